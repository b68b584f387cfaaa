namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Dates of birth inside numbers.</summary>
internal static class CivilDate
{
    private const int FirstYear = 1880;
    private const int LastYear = 2099;

    /// <summary>Whether there is such a day.</summary>
    public static bool Exists(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>Whether there is such a day in this or the last century; two digits each, in the order year, month, day.</summary>
    public static bool ExistsShort(ReadOnlySpan<char> yearMonthDay) => ExistsShort(Two(yearMonthDay), Two(yearMonthDay[2..]), Two(yearMonthDay[4..]));

    /// <summary>Whether there is such a day in this or the last century.</summary>
    public static bool ExistsShort(int year, int month, int day) => Exists(1900 + year, month, day) || Exists(2000 + year, month, day);

    /// <summary>The number of the first two digits.</summary>
    public static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';

    /// <summary>The number of the first four digits.</summary>
    public static int Four(ReadOnlySpan<char> digits) => (Two(digits) * 100) + Two(digits[2..]);
}
