using System.Reflection;
using LumenArgus.FunctionalTests.Dashboard;
using LumenArgus.FunctionalTests.Forwarding;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.FunctionalTests.Product.Mcp;
using LumenArgus.FunctionalTests.WebSockets;

namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>
/// The known weaknesses of the original that are critical or high (section 17 of its reference), row by row: the test that proves that it is not so here, or why it
/// cannot be.
/// </summary>
public sealed class Section17Tests
{
    // Rows marked C or H.
    private static readonly int[] Numbers = [.. Enumerable.Range(1, 27), .. Enumerable.Range(34, 9), .. Enumerable.Range(57, 10), .. Enumerable.Range(80, 5)];

    private static readonly Row[] Rows =
    [
        Test<ConversationTests>(1, "stripped once, sent the next time", nameof(ConversationTests.Redact_SecretOfAnEarlierTurn_IsRemovedWithEveryTurn)),
        Test<StripTests>(1, "stripped once, sent the next time", nameof(StripTests.Conversation_WithAKeyInItsThirdTurn_GoesOnWithoutIt)),
        Test<ConversationTests>(1, "stripped once, sent the next time", nameof(ConversationTests.Block_SecretOfABlockedTurn_IsBlockedAgain)),
        Test<ConversationTests>(2, "what was not scanned counts as scanned", nameof(ConversationTests.Body_BeyondTheLimit_LeavesNothingKnown)),
        Test<CoverageTests>(3, "only the first 200 KB are scanned", nameof(CoverageTests.Key_AfterTenMegabytes_IsBlocked)),
        Test<StripTests>(4, "a finding without a place is ignored by the strip", nameof(StripTests.Finding_OutsideTheHistory_BlocksThoughAnotherCouldLeave)),
        Test<StripTests>(4, "what is stripped is not scanned again", nameof(StripTests.Rest_WhosePartsMakeASecretTogether_IsBlocked)),
        Test<HookLimitsTests>(4, "a finding without a place is ignored by the edit", nameof(HookLimitsTests.EvaluateHook_ThatRedactsNothing_SendsNothing)),
        Test<ConversationTests>(5, "what is known outlives a change of the policy", nameof(ConversationTests.Reload_OfAGeneration_ScansEverythingAgain)),
        Test<CoverageTests>(6, "compressed bodies are not scanned", nameof(CoverageTests.Key_InACompressedBody_IsBlocked)),
        Test<CoverageTests>(6, "bodies that are no JSON object are not scanned", nameof(CoverageTests.Key_InAnySlot_IsBlocked)),
        Test<SlotCoverageTests>(7, "Responses, embeddings and completions are not scanned", nameof(SlotCoverageTests.Key_InEachSlotOfAFormat_IsBlockedAndLabelled)),
        Test<SlotCoverageTests>(8, "tool input, documents, tools, snake case are not scanned", nameof(SlotCoverageTests.Key_InEachSlotOfAFormat_IsBlockedAndLabelled)),
        Test<RandomShapeTests>(8, "shapes that nobody thought of are not scanned", nameof(RandomShapeTests.Secret_AnywhereInARandomShape_IsBlocked)),
        Test<McpCallTests>(9, "findings of MCP calls come after the policy", nameof(McpCallTests.Arguments_WithAKey_AreDecidedOnLikeAnyText)),
        Test<McpCallTests>(10, "blocked tools run under alert", nameof(McpCallTests.BlockedTool_WhateverTheAction_IsAnsweredWithAnErrorOfTheProtocol)),
        Test<McpCallTests>(10, "without their stage the lists are ignored", nameof(McpCallTests.BlockedTool_WithStagesOff_IsRefused)),
        Reason(11, "findings in tool results never block", "no MCP bridge in this version; in the proxy they are told after the fact, and when a tool sends them on to a provider they are texts like any other"),
        Test<McpCallTests>(12, "batches pass unchecked", nameof(McpCallTests.BlockedTool_InABatch_RefusesAllOfIt)),
        Test<McpResultTests>(13, "few MCP messages are looked at", nameof(McpResultTests.Result_AnyTextOfIt_IsLookedAt)),
        Reason(14, "drift overwrites its baseline", "no MCP bridge in this version"),
        Reason(15, "errors escape the request tracker", "no MCP bridge in this version"),
        Unit(16, "a typo in an action forwards everything", "ConfigReaderTests", "Read_ManyMistakes_ReportsAllInFileOrder"),
        Test<BlockTests>(17, "a detector cannot be set below the default", nameof(BlockTests.Block_DetectorSetToLog_LowersTheActionOfItsFindings)),
        Unit(18, "entropy settings have no effect", "SecretsOptionsTests", "Configure_Threshold_DecidesWhichNamedSecretsCount"),
        Unit(19, "rules for responses run on requests", "InjectionTests", "Build_ForRequests_TakesNone"),
        Test<BlockTests>(20, "detectors.enabled is not read", nameof(BlockTests.Block_DetectorDisabled_FindsNothing)),
        Test<RedactTests>(21, "redaction replaces text in raw JSON", nameof(RedactTests.Redact_WithHooks_ReplacesOnlyTheSpans)),
        Unit(21, "escaped and encoded values stay", "DecodingMatrixTests", "Scan_SpanOfAnEncodedToken_IsExactlyItsUnits"),
        Unit(22, "a keyword in other case stays", "SpanEditorTests", "Apply_Span_ReplacesNothingElse"),
        Unit(23, "a block rule hides the findings behind it", "FindingCollectorTests", "ToFindings_EqualValues_AreOneWithCountAndAllOccurrences"),
        Unit(24, "decoding is cut, or not tried", "DecodingMatrixTests", "Scan_EncodedToken_IsFoundWithItsPlaceAndChain"),
        Unit(24, "what is beyond a limit is not said", "DecodeLimitTests", "Expand_PieceBeyondItsLimit_IsReportedAndTheRestIsSeen"),
        Test<CoverageTests>(25, "the file of a tool result is not known", nameof(CoverageTests.FileReadByATool_WithATellingName_IsBlocked)),
        Test<ConversationTests>(26, "two people share what is known", nameof(ConversationTests.Session_OfTwoKeys_IsTwoConversations)),
        Unit(26, "the caller chooses its session", "ConversationMemoryTests", "A_session_id_does_not_merge_two_keys_addresses_or_providers"),
        Reason(27, "anybody can switch inspection off", "the mode is only taken from the control socket, which is the user's own (0600), not from any port; it shows in /health and the findings"),
        Unit(34, "a quadratic pattern", "LinearGrowthTests", "Scan_AField_GrowsLinearly"),
        Unit(35, "a pattern that backtracks", "LinearGrowthTests", "Scan_ABody_GrowsLinearly"),
        Unit(36, "quadratic patterns of addresses", "LinearGrowthTests", "Scan_AField_GrowsLinearly"),
        Test<DetectorFaultTests>(37, "one bad body stops all exchanges", nameof(DetectorFaultTests.SpinningDetector_HoldsOnlyItsOwnExchangeAndOnlyForItsBudget)),
        Unit(38, "any pattern of an operator is taken", "RuleDialectTests", "Build_OutsideTheDialect_RejectsWithReason"),
        Test<CoverageTests>(39, "bodies over 1 MB are refused", nameof(CoverageTests.Key_AfterTenMegabytes_IsBlocked)),
        Test<CoverageTests>(40, "bodies over the limit are an error", nameof(CoverageTests.Body_BeyondTheLimit_IsForwardedWithAFindingOrBlockedByTheFailTable)),
        Unit(41, "waiting for a connection counts as a timeout", "UpstreamSlotsTests", "Enter_AllTaken_WaitsIsLoggedOnceAndCounted"),
        Reason(42, "long MCP lines end the bridge", "no MCP bridge in this version"),
        Test<AccessTests>(57, "the dashboard asks for no password", nameof(AccessTests.WithoutSession_Anything_IsRefused)),
        Test<AccessTests>(57, "no check of Host and Origin", nameof(AccessTests.Request_ForAnotherNameOrFromAnotherSite_IsRefusedWhoeverAsks)),
        Test<AccessTests>(57, "changes need no token and no JSON", nameof(AccessTests.Change_OfAPageOfSomebodyElse_IsRefused)),
        Unit(58, "an open dashboard for other machines", "DashboardConfigTests", "Read_NoAuthentication_IsForLoopbackOnly"),
        Reason(59, "a URL is written unquoted into a shell file", "no set-up command writes shell files in this version"),
        Reason(60, "identity headers go to the provider when the engine is down", "no relay in this version"),
        Reason(61, "the relay sends named upstreams to Anthropic", "no relay in this version; there is one router"),
        Test<ControlTests>(62, "unknown traffic goes to Anthropic", nameof(ControlTests.UnknownTraffic_NoProviderNamed_Is404AndGoesNowhere)),
        Unit(62, "a key goes to another vendor that has the path", "ProviderRouterTests", "Find_NoAddressThatIsSure_IsAProblemAndNeverAnotherVendor"),
        Test<TlsTests>(63, "certificates are not verified", nameof(TlsTests.Connect_CertificateOfAnUnknownAuthority_IsTlsFailedAndNotRetried)),
        Reason(64, "a certificate authority for every host", "no forward proxy in this version"),
        Test<HandshakeTests>(65, "a WebSocket to any address", nameof(HandshakeTests.Relay_TargetOutsideOfTheInternet_IsRefusedBeforeAnythingIsSent)),
        Test<HandshakeTests>(65, "a WebSocket to whatever is not listed", nameof(HandshakeTests.Relay_TargetThatIsNotListed_IsRefused)),
        Test<HandshakeTests>(65, "a WebSocket from any page", nameof(HandshakeTests.Origin_OfAWebPage_HasToBeListed)),
        Reason(66, "an open relay for local pages", "there is no /_forward; a host that is no provider's is never a destination (ProviderRouter)"),
        Test<ModeTests>(80, "passthrough comes back with a reload", nameof(ModeTests.Mode_OfTheExecutable_OutlivesARestartAndEndsByItself)),
        Reason(81, "the agent names its own process", "no agent in this version"),
        Unit(82, "identity headers of anybody are believed or all are lost", "HeaderSessionTests", "Read_ClaimsOfAnAgentThatNobodyAuthenticated_AreIgnored"),
        Unit(83, "notifications below critical are not sent", "ReceiverTests", "Offer_WhatTheFilterDoesNotWant_IsNotSentAndNotCounted"),
        Reason(84, "the service of the watcher never starts", "no agent in this version"),
    ];

    [Fact]
    public void Rows_AreAllThatAreCriticalOrHigh() => Rows.Select(static row => row.Number).Distinct().ShouldBe(Numbers);

    [Fact]
    public void Tests_ThatAreNamed_Exist()
    {
        foreach (var row in Rows.Where(static row => row.Class is not null))
        {
            var method = row.Class!.GetMethod(row.Method!, BindingFlags.Public | BindingFlags.Instance);
            method.ShouldNotBeNull($"row {row.Number}").GetCustomAttributes<FactAttribute>().ShouldNotBeEmpty($"row {row.Number}");
        }
    }

    // Those of the other test project are looked up in its sources: no test project references another.
    [Fact]
    public void UnitTests_ThatAreNamed_Exist()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Checkout(), "tests", "LumenArgus.Tests"), "*.cs", SearchOption.AllDirectories)
            .ToLookup(static file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        foreach (var row in Rows.Where(static row => row.UnitClass is not null))
        {
            File.ReadAllText(sources[row.UnitClass!].ShouldHaveSingleItem($"row {row.Number}")).Contains($" {row.Method}(", StringComparison.Ordinal).ShouldBeTrue($"row {row.Number}");
        }
    }

    private static Row Test<T>(int number, string weakness, string method) => new(number, weakness) { Class = typeof(T), Method = method };

    private static Row Unit(int number, string weakness, string className, string method) => new(number, weakness) { UnitClass = className, Method = method };

    private static Row Reason(int number, string weakness, string why) => new(number, weakness) { Why = why };

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LumenArgus.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside a checkout.");
        }

        return folder.FullName;
    }

    private sealed record Row(int Number, string Weakness)
    {
        public Type? Class { get; init; }

        public string? UnitClass { get; init; }

        public string? Method { get; init; }

        public string? Why { get; init; }
    }
}
