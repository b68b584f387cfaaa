namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// The transitions. States are row offsets, so that a step is one addition and one load. The order of the rows: the root, states one byte deep, two bytes deep, other
/// states without output, states with output.
/// </summary>
/// <param name="Next">The state behind each state and byte class.</param>
/// <param name="Outputs">The keywords that end in each state with output.</param>
/// <param name="FirstDeep2">First row of the states two bytes deep.</param>
/// <param name="FirstDeep3">First row of those that are deeper (or follow one with output).</param>
/// <param name="FirstOutput">First row of those with output.</param>
internal sealed record KeywordTable(int[] Next, int[][] Outputs, int FirstDeep2, int FirstDeep3, int FirstOutput);
