using System.Globalization;
using System.Numerics;

namespace BiAssistant.Answers.Evaluation;

/// <summary>
/// A cell as it is compared: null, a text or a number. Days, moments and times of day are texts of one form, whether the engine has a type for them or keeps
/// them as texts (a moment at midnight is the day); true is 1; numbers are equal whatever their type.
/// </summary>
internal readonly record struct ComparedCell(string? Text, double? Number) : IComparable<ComparedCell>
{
    private const double Relative = 1e-6;
    private const double Absolute = 1e-9;

    /// <summary>Up to here sums of inexact numbers are off by less than a whole one.</summary>
    private const double LargestCount = 1e12;

    private const string Day = "yyyy-MM-dd";
    private const string Moment = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    private static readonly string[] WrittenMoments = [Moment, "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm"];

    public static ComparedCell Of(object? cell) => cell switch
    {
        null => default,
        bool truth => new(null, truth ? 1 : 0),
        DateOnly day => new(day.ToString(Day, CultureInfo.InvariantCulture), null),
        DateTime moment => new(TextOf(moment), null),
        TimeOnly time => new(time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), null),
        string text => new(DateTime.TryParseExact(text, WrittenMoments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? TextOf(moment) : text, null),
        BigInteger whole => new(null, (double)whole),
        IConvertible number => new(null, number.ToDouble(CultureInfo.InvariantCulture)),
        _ => new(Convert.ToString(cell, CultureInfo.InvariantCulture), null),
    };

    /// <summary>Equal; of numbers, to six digits, while two whole ones must be the same: a count that is off by one is another count.</summary>
    public bool IsNear(ComparedCell other)
    {
        if (Number is not { } one || other.Number is not { } two)
        {
            return Number is null && other.Number is null && Text == other.Text;
        }

        return IsWhole(one) && IsWhole(two) ? one == two : Math.Abs(one - two) <= (Relative * Math.Max(Math.Abs(one), Math.Abs(two))) + Absolute;
    }

    public int CompareTo(ComparedCell other) =>
        string.CompareOrdinal(Text, other.Text) is not 0 and var texts ? texts : Nullable.Compare(Number, other.Number);

    public override string ToString() => Text ?? Number?.ToString("R", CultureInfo.InvariantCulture) ?? "(empty)";

    private static bool IsWhole(double number) => Math.Abs(number) <= LargestCount && Math.Floor(number) == number;

    private static string TextOf(DateTime moment) => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? Day : Moment, CultureInfo.InvariantCulture);
}
