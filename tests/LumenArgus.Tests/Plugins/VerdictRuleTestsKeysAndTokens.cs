using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Plugins;

/// <summary>What keys and tokens say about themselves offline. All values are made up; tests name them by position.</summary>
public sealed class VerdictRuleTestsKeysAndTokens
{
    private static readonly (string Validator, Verdict Verdict, string Value)[] Cases =
    [
        ("private_key", Verdict.LikelyLive, "-----BEGIN R"
                + "SA PRIVATE KEY-----\nMIICXMMVUZ2vjKaSt9NbCgeLVylasY7FZDIHHO4MWQsQ6EPC5iLjn6zl+14HCd0s\nxXvNjizUKINonDh8fL880A117MAlaDBsHSFTH2"
                + "RCMuuK4CmDXMY11x7j91Xr9a0x\nJn3F9rRWjP6jokGn9fex+Zu1oCiub5WNvVPUp9+E6wOZgTt9LGrIQ74iktrCDQh9\nJr0T1hpqRFCwZuQmLJI1NPbioZsTXIX"
                + "QBs/5jBsb6BA5CWhX/se82JjAoTGrvWSi\n+YYpuhKWK2amII6YAfEW2SSFl/Rqk2G4eu+DibiFP0FAfhcUawc84bckkJeiD8Vl\n1GV6PlxQ2h8QkrPYcFG5m0Nl"
                + "SVvr+ZuUaRlUOO9zWKCh5ZKFp+MYe0WwS0JbnexL\n/ICJvWlQNPzXb4o+A6eLctc8HSaoqaQrqbQlUjRkTzzxmf8zkp6qOueM3LLJsmKc\nadBUj2xacRq0Uc9L7"
                + "T8fZhnwMV/FrpYpTJB4m8mEpN7W3aCvS92p46+zjEupFmQu\nGPQqbhaqB7zXtPmrfGQ9lVTwotSN9CJF6vhHhmbCebtVilCBJ2IjEMb3dnRh/AgK\nt5G8Bhjglv"
                + "wh3vodQf/LPDCTWj20wtkJDCgmZn8acsc3HnFf457JQnZO7QNQd+A8\nEzGWCie96/aYmthK8cfnGx1X3KzQlWuIFRb3bVd8vzYOm8L4bqrS95fXODxQdSV3\nG2I"
                + "0hcg2HOWBCfYpOdkqGZQDpMf2hEQNK5Y2ULzVBbG5lOCEayt96Q2lwnfll4ZS\n8zXjFW68s4Rf0ySGK4pavUBQIGc1MlY7b14yomU1PpU="),
        ("private_key", Verdict.LikelyLive, "-----BEGIN R"
                + "SA PRIVATE KEY-----\\nMIICXKnMvZ9LgQHWs9616qrmS8s/maFaJC4ZIh29hfSE3x1Fb4Wc8VFu1qvkKecA\\nI0r5rfg+UtI7JwfphyyFA0oLMUTymBVG4t2v"
                + "BToVksJ7t6v0f4DTF6Sbil4xk0pa\\nOuDzY+EwTippsIX4kSVhERgBZLmN+j+6/FWQhxqrkXWkZhkCi7iRr+hu0Pqp47Ep\\nxWgubIB0vwhDrcIixQN8zYdmoEP"
                + "+U4A8JnQfM0fmevtK97Ba2ye7mpsqVhSc46ly\\nQQJ6MkZy0dSWBCDiNEjP9LaxvhxmE7ExJWyye24spqSZD2lkGB/Gy+ZoKgQYMCd3\\n1T2fiLOCZ9239Np4Cj"
                + "pAq6z076NeOE7NwS1pv12pBpzkyfw8dTWrVL7/uwH2Tw5Q\\nrgyP7LxDHZTYfJQmOCmZknLPFhUqvEE5lAofjSeHEo9Qp6xFpvEA1YS10Of73co0\\nlWEVyZqeq"
                + "M1KIdtcoL3tI6VAmZw2XvhtqEQX5dazQEldml+e3aoVGwCf80e+7trs\\nuGmxt1xGti0I7Fu035ME/X2R5epcKWu2cvVau3FTJeWlIcNYG+MKAFBXffmQjtIQ\\n"
                + "G27yVwmB9HzYUOyo/3kkr+Pleoot0Ew5gJwvOVQCOldGfOf9TI2drhmNi1muryQ0\\nvPXie76ga0jziXH/VSEZw+g1mwjTH+ZmQz0uvkej1KnV6pamxXOBoYFac0"
                + "xHWfof\\nfCw29xrMsvdjPKIkk1DxnFSY7PL0DHsuOA7BEyyFXg56GfdwfiABQID7eBESfxNr\\nv2IwHNEW+i3GNdrHIweXjyyFN2yPOqetCv4CCIKHaO4="),
        ("private_key", Verdict.Invalid, "-----BEGIN R"
                + "SA PRIVATE KEY-----\nQIICXMMVUZ2vjKaSt9NbCgeLVylasY7FZDIHHO4MWQsQ6EPC5iLjn6zl+14HCd0s\nxXvNjizUKINonDh8fL880A117MAlaDBsHSFTH2"
                + "RCMuuK4CmDXMY11x7j91Xr9a0x\nJn3F9rRWjP6jokGn9fex+Zu1oCiub5WNvVPUp9+E6wOZgTt9LGrIQ74iktrCDQh9\nJr0T1hpqRFCwZuQmLJI1NPbioZsTXIX"
                + "QBs/5jBsb6BA5CWhX/se82JjAoTGrvWSi\n+YYpuhKWK2amII6YAfEW2SSFl/Rqk2G4eu+DibiFP0FAfhcUawc84bckkJeiD8Vl\n1GV6PlxQ2h8QkrPYcFG5m0Nl"
                + "SVvr+ZuUaRlUOO9zWKCh5ZKFp+MYe0WwS0JbnexL\n/ICJvWlQNPzXb4o+A6eLctc8HSaoqaQrqbQlUjRkTzzxmf8zkp6qOueM3LLJsmKc\nadBUj2xacRq0Uc9L7"
                + "T8fZhnwMV/FrpYpTJB4m8mEpN7W3aCvS92p46+zjEupFmQu\nGPQqbhaqB7zXtPmrfGQ9lVTwotSN9CJF6vhHhmbCebtVilCBJ2IjEMb3dnRh/AgK\nt5G8Bhjglv"
                + "wh3vodQf/LPDCTWj20wtkJDCgmZn8acsc3HnFf457JQnZO7QNQd+A8\nEzGWCie96/aYmthK8cfnGx1X3KzQlWuIFRb3bVd8vzYOm8L4bqrS95fXODxQdSV3\nG2I"
                + "0hcg2HOWBCfYpOdkqGZQDpMf2hEQNK5Y2ULzVBbG5lOCEayt96Q2lwnfll4ZS\n8zXjFW68s4Rf0ySGK4pavUBQIGc1MlY7b14yomU1PpU="),
        ("private_key", Verdict.Invalid, "-----BEGIN R"
                + "SA PRIVATE KEY-----\nMIIAxAzXoj4fEVXYurDcvtvzqiZYII92kmREb2B6e8Qjz4KDWQRJ2BmU49Fa/Hvd\n3DbjZq3poh1nz902mb1XTJBIl34ZU4y+g8bE+D"
                + "T/tGjnpzWiOwR/TvFuUosxA788\n4Z4qHf6v7iTCqR3/gZln+V7oPQ1S6PAiKEZk0m8ulreZ092W+bEzeY5/bsPxp6hI\nz+BtHyRctNq9NjX0Ua/sjAKZ9AZ0CrB"
                + "ANPAeUH+MIDkV5NDppA/VJwMSU6s8ykeI\nMIICXAbH+3OwHKiy+8z4osO8+Js7a5XfPDp+fBhWApARWv2E6gU6luW3AG67mjC/\nrxBIT7EJMsGbT9xkvUR3gDII"
                + "V7/croKrAbSoNQvAnGiKKiACS8Uq8ma9N97JXOrV\ne8gJPLtyu23QJat7tATqKmWArXHpBqyVgAGTkeNLafsFPxtYQahY3UZ2Nik3NH1e\nGHPW9JPxgUiPJh2Qv"
                + "Qs0WQfE5OORFyEPW9K1jVRHHI0zPUHTtmUKTcfM1dSzApy8\n121E/wqBuV0EVIquedNFkhFrB6SDfqNdAB9XVJ6dxcPta0IzIAiyPjXGy+9lTbKv\nk9erVZHzBD"
                + "nNVfhJXxn+sVWyfhQn2In6mSgMZ3PweecTMGZDmEWvnY1R4bB5fqQo\nrxGZa3l2T13BcshxnpbOmwRldg1/sKoh8lJYW58geBS5hJUIMBdRpwwuoLRZ+sfd\n4g5"
                + "XPNK0GDx1BzUU9WjJ3OyaurmD8RXSMlosW4Fg5XlIRGOjSDpTIz1vpV0tuUQ8\nWZKkRMCYtQRHS7F/+y4HrO3JTP8AeGsclFVjc7S/9s5csDZWOv3S6VYXvGc7fP"
                + "4D\n6x3UPoAR3UAdqWFZn6Q5esIKqbTuMRdMFTIMxi2AldV4XyWfS6hDC/gQWMrO8zBV\n4o+Ib/fxW6bNywCeA8oFvw9ulMZCpu/q1yIjiHPG8gb7yxfOaPd1TL4"
                + "wOnOfy9R0\n6ZuYYFckvCTp/Pq6pRMJY8nJrnc0xr8oHVOxPTbWLQMBCStX30sCfRPB9u3zLb4+\narTinG2HoGlsPV6ChPCzzByMxKD1Jkfra+d/WdPhRG8="),
        ("private_key", Verdict.None, "-----BEGIN R"
                + "SA PRIVATE KEY-----\nMIICXAPB2n1kTOub/upxGNTOLPvhJAUHw5RSEl8+0LiSmOjLFJG/cZ3VksMWRSmr\nXl+XThTxONujVEpNwrEufHDZGQl/f10TQYVpT8"
                + "TPNEZtqXMWl/tL+NSIjbTbByJU\nTRdPcsSIc+1wYmZ3Fql62iOxhfL5YojEvhv5PSV0A1k3tlbgAwl8+1M3Ud7pjfcK\nRTDWkPU94DrYdahXSsvLD0cXGsGulSr"
                + "uZrUyuNAiEMAXA9n4IPUsPbaYL4Y/S892"),
        ("private_key", Verdict.None, "-----BEGIN E" + "C PRIVATE KEY-----"),
        ("private_key", Verdict.LikelyLive, "-----BEGIN O"
                + "PENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAupd1abHm4BqJCiKHtZmkGBSb8T2/nQP2YhpEWAK046kwYEG4lJ\nhC6VPgYMejKjTJvAol7kgomsy61h"
                + "qBsqsTnbN/rRsQ3uAfdBG3XZ73/x3PLR2iWa9k6Oi4"),
        ("private_key", Verdict.Invalid, "-----BEGIN O" + "PENSSH PRIVATE KEY-----\nA3BlbnNzaC1rZXktdjEAupd1abHm4BqJCiKHtZmkGBSb8T2/nQP2YhpEWAK046kwYEG4lJ"),
        ("jwt", Verdict.LikelyLive, "eyJhbGciOiJF"
                + "UzI1NiJ9.eyJzdWIiOiJhIiwiZXhwIjo0MTAyNDQ0ODAwfQ.ZUTOhrC3GwRkSVh5_cEjjbMduWXms7iFqRbB681EqRh71W1FSdBn1dV_Nazedma4iO3FzzcICJzOB"
                + "I5zZDNgyH"),
        ("jwt", Verdict.LikelyLive, "eyJ0eXAiOiJK"
                + "V1QiLCJhbGciOiJIUzI1NiIsIngiOnsieSI6WzFdfX0.eyJzdWIiOiJhIiwibiI6eyJleHAiOjF9fQ.pkej7SE8V12INhJkFFF8ZVR9ad2hY_2U-gOjMqwon0J"),
        ("jwt", Verdict.Expired, "eyJhbGciOiJS"
                + "UzI1NiJ9.eyJleHAiOjE1Nzc4MzY4MDAuNSwic3ViIjoiYSJ9.LBtElyrH6Qjd-E8IGJ6lqJMuvU6HhTPfD1VNN7tFwhMH2M-esPC48-1BuJVJcImh1zfnvb3SWqD"
                + "6uhdXRyIS2EA1-JXMbgmElYIJ1otcIkLL2PZ2GJfAhyRtLklQjTEpFco86OVp-VRAybpCXjDJhwLg2MhRsTfkekWo6pNcw50bs1LAgzBQEc6_BH_rgSAv2XHls4SM"
                + "yUKe9U-Sr9R8HuI3yYE-RmbGGdd3QKmLQ6_9f8L93IEJxLMHb6Ftb3lMxhlW4jkPxM9FxPnQrvM6XbtembbWg_2NEK6zuI7zcWuZRQGXFD2vyNzUjbiLGwpcEUw8U"
                + "bR8nv4k0dHCEFICWW"),
        ("jwt", Verdict.Invalid, "eyJhbGciOiJu" + "b25lIn0.eyJzdWIiOiJhYmNkZWZnaCJ9.cVxxDfF51-"),
        ("jwt", Verdict.Invalid, "eyJ0eXAiOiJK" + "V1QifQ.eyJzdWIiOiJhYmNkZWZnaCJ9.4pntFOUJaVmCvCUfH2Oh4MFK4lO5jrgZI3t6C0My-tS"),
        ("jwt", Verdict.Invalid, "eyJ-VYV6HE0F" + "if7yn2nn3_q_I23oPMcaTv2g.eyJhbGciOiJ4In0.XxOd0cc9Adn9Xachims2EtVdQCtqau0evkndMvTYxrc"),
        ("jwt", Verdict.None, "eyJhbGciOiJI" + "UzI1NiIsInppcCI6IkRFRiJ9.eyJzvlvX57XYbrPGEVI9u_ELRwtv2F_fg76ZeVQTJ1q.HP9PVLBUriQdrudCzrq951TDJ9KLzj5g2PCaiCaVVJT"),
        ("base58_key", Verdict.LikelyLive, "L18Gpyut9zBW" + "yqAiMoXqZBQ3xENybg4fD2UYcaPxTgFRhK19iaBw"),
        ("base58_key", Verdict.Invalid, "L18Gpyut9zBW" + "yqAiMoXqABQ3xENybg4fD2UYcaPxTgFRhK19iaBw"),
        ("base58_key", Verdict.LikelyLive, "xprv9zVkSMjk" + "bN9Aj41vAdxvyQiH1SbM59jrJpSJSakdZg8L8pgpnVjJx8D7HnGCnTyG8VKBoCR5V8NwChXZdvEhxj4EG9VhRt6B25UQmhBGCFt"),
        ("base58_key", Verdict.Invalid, "xprv9zVkSMjk" + "bN9Aj41vAdxvyQiH1SbM59jrJpSJSakdZg8L8papnVjJx8D7HnGCnTyG8VKBoCR5V8NwChXZdvEhxj4EG9VhRt6B25UQmhBGCFt"),
        ("base58_key", Verdict.Test, "cV8ywBkZT2T9" + "rpeF66X86R1EKbgvZdzmghBcJycXi27Xjp5nC8KL"),
        ("base58_key", Verdict.Test, "tprv8geF6Fxz" + "cRr23aL725iwtJTr3je2pENNFxU2WxXybpg6ddYJWKB7oAFY8vf4ZndcMBj8nMYrTxxjmBdjEbrhbfcuMyy4Z72msCyb79YM7c3"),
        ("base58_key", Verdict.LikelyLive, "edsk3BxTGF6j" + "DGnHphEqyShJUardG2ty4Rcej8wVy8zLjoq7Prw2f1"),
        ("base58_key", Verdict.Invalid, "edsk3BxTGA6j" + "DGnHphEqyShJUardG2ty4Rcej8wVy8zLjoq7Prw2f1"),
        ("ripple_seed", Verdict.LikelyLive, "sncFfci2YDXV" + "ccMauECo1mXkmTSwE"),
        ("ripple_seed", Verdict.Invalid, "sncFfci3YDXV" + "ccMauECo1mXkmTSwE"),
        ("stellar_seed", Verdict.LikelyLive, "SBLVHSBP43H3" + "DI7SBR63OSEBVVQLCXKU5X5DQWQUFOZBXXV3NN5YMURH"),
        ("stellar_seed", Verdict.Invalid, "SBLVHSBP43H3" + "DI7SBR63OSEBVVQLCXAU5X5DQWQUFOZBXXV3NN5YMURH"),
        ("stellar_seed", Verdict.Invalid, "SBLVHSBP43H3" + "DI7SBR63OSEBVVQLCXKU5X5DQWQUFOZBXXV3NN5YMUR"),
        ("bech32_key", Verdict.LikelyLive, "AGE-SECRET-K" + "EY-1WTAYKR8HC85QRE2CMLX3ZL8NS2YGU3MKY49FEUREZZKD60N6CA9QEXH0DC"),
        ("bech32_key", Verdict.Invalid, "AGE-SECRET-K" + "EY-1WTAYKR8HC85QREQCMLX3ZL8NS2YGU3MKY49FEUREZZKD60N6CA9QEXH0DC"),
        ("bech32_key", Verdict.LikelyLive, "nsec1arggr5y" + "dtm7wyu9pp99vuazzfy574pemkgmq9zulhg5440y7j2xqcet03k"),
        ("bech32_key", Verdict.Invalid, "nsec1arggr5y" + "dtm7wyu9pp99vuazzfq574pemkgmq9zulhg5440y7j2xqcet03k"),
        ("bech32_key", Verdict.LikelyLive, "suiprivkey1q" + "rltvac6ux8wdzq9808yrmmyvlzcsv0ny6p09fngee4auwepmxelg2ghgq3"),
        ("grafana_token", Verdict.LikelyLive, "glsa_UeVKQwr" + "iwBRKubnQM7gfX0PSIRbeNnZG_275a6d1c"),
        ("grafana_token", Verdict.Invalid, "glsa_UeVKQwr" + "iwBRKubnQM7gfX0PSIRbeNnZG_273a6d1c"),
        ("slack_token", Verdict.LikelyLive, "xoxb-5830174" + "926153-6149273850162-1CLRBigUfdvyjQK8ehtYA5os"),
        ("slack_token", Verdict.LikelyLive, "xapp-1-A05KX" + "83JQ7T-5829174630518-5154f0239c875741799cb06226a53694a8d64e2514f03b2120fb36275043084d"),
        ("slack_token", Verdict.LikelyLive, "xoxe.xoxp-1-"
                + "lPIHt2EJTpBIuiW5mN3Tyh5JCY0KiF5GMdIcUXKj0ROXqpoBfOwy2CwQec9whqrtRUa6KiUSlNWnsD1suN8wjUT4Hyt0TyygpHUpwSCkavNH29p7tmueu5TqJDy10"
                + "kfFT68W2NvBRuSLpzcuX0PRliQ6OMLCr0tx"),
        ("slack_token", Verdict.None, "xoxb-fromthe" + "workspacesettings"),
        ("discord_token", Verdict.LikelyLive, "MTE4MDM1NzI4" + "OTQ2MTMwNzQ1OA.Gx7bQw.kR2vZ9mTq4LwYs8HnXcPd1JfBgE6uA3iVoK5tW"),
        ("discord_token", Verdict.Invalid, "MTE4MDM1NzI4" + "YTk2MTMwNzQ1OA.Gx7bQw.kR2vZ9mTq4LwYs8HnXcPd1JfBgE6uA3iVoK5tW"),
        ("service_mode", Verdict.Test, "shippo_test_" + "5ae9146f8912ae6d90c5870c211014aa9ff1475d"),
        ("service_mode", Verdict.LikelyLive, "shippo_live_" + "d5741ff9aa410112c0785c09d6ea2198f6419ea5"),
        ("service_mode", Verdict.Test, "EZTKqwpRCIfg" + "b2Qw6r15EHIAeezXISciK5rEeDua2eApdYxYQ2Hf49jhwv"),
        ("service_mode", Verdict.LikelyLive, "EZAKY78wUDmL" + "1Xog3Icn9b2QyH6X9B8zsc062D8tsXoFyAGh40HtxUZIyT"),
        ("service_mode", Verdict.Test, "api_sandbox." + "uuxSMZ29Yxe.5dk3LLFwG3rCgCedRcG6i8z6DU_alm5D"),
        ("service_mode", Verdict.None, "sk_r1C2qH0pC" + "UA2Zx1M_Zh2cLIv1l6RvYaDm7E5w78F"),
        ("seed_phrase", Verdict.LikelyLive, "village week" + "end shrug tissue battle boil danger glove dust during drum jazz"),
        ("seed_phrase", Verdict.LikelyLive, "fish\", \"chim"
                + "ney\", \"measure\", \"pumpkin\", \"arrange\", \"flavor\", \"select\", \"burden\", \"violin\", \"edge\", \"delay\", \"increase"
                + "\", \"flee\", \"twice\", \"wide\", \"holiday\", \"hover\", \"nest\", \"voice\", \"galaxy\", \"surge\", \"switch\", \"brave\","
                + " \"surprise"),
        ("seed_phrase", Verdict.LikelyLive, "village week" + "end shrug tissue battle boil danger glove dust during drum jazz and then some prose that goes on for a while"),
        ("seed_phrase", Verdict.Invalid, "village week" + "end shrug title battle boil danger glove dust during drum jazz"),
    ];

    public static TheoryData<string, int> Numbers
    {
        get
        {
            var numbers = new TheoryData<string, int>();
            for (var i = 0; i < Cases.Length; i++)
            {
                numbers.Add(Cases[i].Validator, i);
            }

            return numbers;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Judge_MadeUpValue_HasTheExpectedVerdict(string validator, int number)
    {
        var judge = PluginUnderTest.Secrets.Validators[validator];

        judge.IsValid(Cases[number].Value).ShouldBeTrue();
        judge.Judge(Cases[number].Value).ShouldBe(Cases[number].Verdict);
    }

    [Theory]
    [InlineData("jwt_token")]
    [InlineData("http_basic_credentials")]
    [InlineData("wallet_seed_phrase")]
    public void Scan_ValueOfTheDocumentation_IsAnExample(string name)
    {
        var rule = PluginUnderTest.Secrets.Rules.Single(rule => rule.Name == name);
        var context = name switch { "http_basic_credentials" => "Authorization: Basic ", "wallet_seed_phrase" => "mnemonic = ", _ => "token " };

        rule.Examples.Length.ShouldBeGreaterThan(0);
        for (var i = 0; i < rule.Examples.Length; i++)
        {
            var finding = RuleRunner.Scan(context + rule.Examples[i]).Single(finding => finding.Type == name);

            (finding.Verdict, finding.Severity).ShouldBe((Verdict.Example, Severity.Info), $"example {i + 1}");
        }
    }

    [Theory]
    [InlineData("seed_phrase", "the quick brown fox jumps over the lazy dog and runs away")]
    [InlineData("seed_phrase", "abandon ability able about above absent absorb abstract absurd abuse access")]
    [InlineData("http_basic", "bm8gY29sb24gaGVyZQ==")]
    [InlineData("http_basic", "dXNlcjo=")]
    [InlineData("http_basic", "dXNlcjokUEFTUw==")]
    [InlineData("plain_password", "$(DbPassword)")]
    [InlineData("plain_password", "********")]
    [InlineData("plain_password", "your_password_here")]
    public void IsValid_TextThatIsNoCredential_IsRefused(string validator, string text) => PluginUnderTest.Secrets.Validators[validator].IsValid(text).ShouldBeFalse();
}
