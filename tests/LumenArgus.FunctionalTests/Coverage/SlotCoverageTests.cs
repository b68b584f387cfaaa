using System.Net;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Storage;

namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>A key in any text slot of any format is found, and the finding says what the slot is in the conversation.</summary>
public sealed class SlotCoverageTests(CoverageFixture fixture) : IClassFixture<CoverageFixture>
{
    private static readonly BodyFormat[] All = [.. AnthropicFormats.All, .. OpenAiFormats.All, .. GoogleFormats.All, .. OtherFormats.All];

    public static TheoryData<string> Formats => [.. All.Select(static format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Key_InEachSlotOfAFormat_IsBlockedAndLabelled(string name)
    {
        var format = All.Single(format => format.Name == name);
        format.Slots.ShouldBeGreaterThan(0);
        for (var slot = 0; slot < format.Slots; slot++)
        {
            // Not by its text alone: a key in the middle of words, where the slot holds no base64 of it.
            var text = slot % 2 == 0 ? Bodies.AwsKey : $"words {Bodies.AwsKey} words";
            using var response = await fixture.Host.PostAsync(format.Path, format.With(slot, text), format.Headers);
            var record = await fixture.Host.Sink.NextCompletedAsync();

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"slot {slot}: {format.Expected(slot)}");
            var finding = record.Scan.Findings.Where(static finding => finding.Type == "aws_access_key").ShouldHaveSingleItem();
            (WireNames.Of(finding.Role), finding.IsLatestTurn).ShouldBe(format.Expected(slot), $"slot {slot} at {finding.Location}");
        }

        fixture.Provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Body_WithNothingInItsSlots_IsSentAsItCame(string name)
    {
        var format = All.Single(format => format.Name == name);
        var body = format.With(-1, "");

        using var response = await fixture.Host.PostAsync(format.Path, body, format.Headers);

        (await fixture.Host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty();
        fixture.Provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe(body);
        fixture.Provider.ClearRequests();
    }
}
