using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Tests.Scanning;

public sealed class LabelSetTests
{
    private static readonly LabelSet Labels = Compile(
        new("brief", FieldRole.System),
        new("talk.turns", FieldRole.User) { HoldsMessages = true },
        new("talk.turns[].answer", FieldRole.Assistant),
        new("talk.*.note", FieldRole.Metadata),
        new("**.upload", FieldRole.Document),
        new("matrix[][].cell", FieldRole.ToolResult));

    [Theory]
    [InlineData("""{"brief":"@"}""", FieldRole.System)]
    [InlineData("""{"brief":{"deep":["@"]}}""", FieldRole.System)]
    [InlineData("""{"other":{"brief":"@"}}""", FieldRole.Unknown)]
    [InlineData("""{"talk":{"turns":[{"say":"@"}]}}""", FieldRole.User)]
    [InlineData("""{"talk":{"turns":[{"answer":"@"}]}}""", FieldRole.Assistant)]
    [InlineData("""{"talk":{"turns":[{"role":"assistant","say":"@"}]}}""", FieldRole.Assistant)]
    [InlineData("""{"talk":{"turns":{"answer":"@"}}}""", FieldRole.User)]
    [InlineData("""{"talk":{"anything":{"note":"@"}}}""", FieldRole.Metadata)]
    [InlineData("""{"talk":{"turns":{"note":"@"}}}""", FieldRole.Metadata)]
    [InlineData("""{"talk":{"turns":[{"upload":{"content":"@"}}]}}""", FieldRole.Document)]
    [InlineData("""{"upload":"@"}""", FieldRole.Document)]
    [InlineData("""{"upload":{"answer":{"role":"assistant","x":"@"}}}""", FieldRole.Document)]
    [InlineData("""{"matrix":[[{"cell":"@"}]]}""", FieldRole.ToolResult)]
    [InlineData("""{"matrix":[{"cell":"@"}]}""", FieldRole.Unknown)]
    [InlineData("""{"br\u0069ef":"@"}""", FieldRole.System)]
    [InlineData("""{"brief":{"@":1}}""", FieldRole.PropertyName)]
    public void RoleOf_LabelledPlace_IsTheLabels(string body, FieldRole expected)
    {
        using var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body), labels: Labels);
        var field = Enumerable.Range(0, document.Count).Single(i => document.Utf8(i).SequenceEqual("@"u8));
        document.RoleOf(field).ShouldBe(expected);
    }

    [Fact]
    public void TryCompile_TwoLabelsForOnePlace_TheFirstCounts()
    {
        using var document = BodyDocument.Parse("""{"a":"@"}"""u8.ToArray(), labels: Compile(new("a", FieldRole.User), new("a", FieldRole.System)));
        document.RoleOf(1).ShouldBe(FieldRole.User);
    }

    [Fact]
    public void TryCompile_PathsThatMultiply_AreRefused()
    {
        var names = Enumerable.Range(0, 8).Select(static i => $"n{i}").ToArray();
        var labels = from first in names from second in names from third in names from fourth in names from fifth in names
                     select new FieldLabel($"{first}.{second}.{third}.{fourth}.{fifth}", FieldRole.User);

        LabelSet.TryCompile([.. labels], out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain("places");
    }

    [Fact]
    public void RoleOf_ManyContainers_LooksAtEachOnce()
    {
        // Deep enough that looking from each container up to the top would never end.
        const int Depth = 200_000;
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"talk\":", Depth)) + "\"@\"" + new string('}', Depth));
        using var document = BodyDocument.Parse(body, labels: Labels);
        for (var i = 0; i < document.Count; i++)
        {
            document.RoleOf(i);
        }
    }

    private static LabelSet Compile(params FieldLabel[] labels) => LabelSet.TryCompile([.. labels], out var problem) ?? throw new InvalidOperationException(problem);
}
