namespace LumenArgus.Dashboard.Api.Stats;

/// <summary>The findings of a day of the week by hours (UTC).</summary>
/// <param name="Weekday">0 is Monday.</param>
/// <param name="Hours">24 counts.</param>
internal sealed record WeekdayHours(int Weekday, IReadOnlyList<long> Hours);
