using System.Collections;
using System.Runtime.CompilerServices;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>
/// Every form that a query can have, and how often each is drawn. A form is one file beside this one: a record that prints itself as the semantic query has it, evaluates
/// itself over rows, and has a <c>Draw</c> that makes a random one where it can be had. To add one: write that file after its nearest neighbour (a number after
/// <see cref="Aggregated"/>, a condition after <see cref="Compared"/>, a breakdown after <see cref="FieldGroup"/>), and its line here. The histogram then asks for it. Nothing
/// in Worlds, Asking and Forms may know the product; what both are asked for is the JSON alone.
/// </summary>
internal static class AllForms
{
    /// <summary>Every kind of part that can be drawn.</summary>
    public static IEnumerable<Type> Kinds =>
        typeof(AllForms).GetFields().Where(list => list.GetValue(null) is not IEnumerable<Type>).SelectMany(list => KindsOf((IEnumerable)list.GetValue(null)!));

    /// <summary>The kinds of parts that a list draws.</summary>
    public static IEnumerable<Type> KindsOf(IEnumerable list) => list.Cast<ITuple>().Select(form => ((Delegate)form[1]!).Method.DeclaringType!).Where(typeof(Part).IsAssignableFrom);

    /// <summary>What stands over the rows of an inner query alone.</summary>
    public static readonly IReadOnlyList<Type> KindsOfResults = [typeof(Question), typeof(ColumnAggregated), typeof(ResultCount), typeof(ColumnGroup)];

    public static readonly IReadOnlyList<(int Weight, Func<Drawing, Measure?> Draw)> Measures =
    [
        (6, Aggregated.Draw),
        (3, RowCount.Draw),
        (4, Named.Draw),
        (2, Calculated.Draw),
        (1, Shifted.Draw),
        (1, Running.Draw),
        (1, Rolling.Draw),
        (1, ToDate.Draw),
        (1, InPeriod.Draw),
        (1, Changed.Draw),
        (1, Overall.Draw),
        (1, Share.Draw),
        (1, Rank.Draw),
        (1, MemberAverage.Draw),
        (1, OfMember.Draw),
        (1, EndValue.Draw),
        (1, RollingAverage.Draw),
    ];

    /// <summary>Numbers over the rows of an inner query.</summary>
    public static readonly IReadOnlyList<(int Weight, Func<Drawing, Measure?> Draw)> MeasuresOfResults =
    [
        (5, ColumnAggregated.Draw),
        (2, ResultCount.Draw),
        (2, Calculated.Draw),
        (1, Overall.Draw),
        (1, Share.Draw),
        (1, Rank.Draw),
        (1, MemberAverage.Draw),
    ];

    public static readonly IReadOnlyList<(int Weight, Func<Drawing, Condition?> Draw)> Conditions =
    [
        (4, Compared.Draw),
        (3, Among.Draw),
        (2, InRange.Draw),
        (2, TextLike.Draw),
        (2, Empty.Draw),
        (2, WithinPeriod.Draw),
        (1, FieldsCompared.Draw),
        (2, Both.Draw),
        (2, Either.Draw),
        (2, Negated.Draw),
        (3, RelatedExists.Draw),
        (2, RelatedCount.Draw),
        (2, RelatedEvery.Draw),
        (3, InQuery.Draw),
        (1, AgainstMeasure.Draw),
        (2, TermMet.Draw),
    ];

    public static readonly IReadOnlyList<(int Weight, Func<Drawing, Grouping?> Draw)> Groupings =
    [
        (5, FieldGroup.Draw),
        (3, TimeGroup.Draw),
        (1, TimeFieldGroup.Draw),
        (1, BucketGroup.Draw),
        (1, NumberGroup.Draw),
        (1, MemberGroup.Draw),
    ];

    /// <summary>Breakdowns of the rows of an inner query.</summary>
    public static readonly IReadOnlyList<(int Weight, Func<Drawing, Grouping?> Draw)> GroupingsOfResults =
    [
        (1, ColumnGroup.Draw),
    ];

    public static readonly IReadOnlyList<(int Weight, Func<Drawing, Period?> Draw)> Periods =
    [
        (2, FixedPeriod.Draw),
        (2, RelativePeriod.Draw),
    ];

    public static readonly IReadOnlyList<(int Weight, Func<GroupDrawing, GroupCondition?> Draw)> GroupConditions =
    [
        (2, NumberCompared.Draw),
        (2, NumbersCompared.Draw),
        (2, NumberBetween.Draw),
        (1, GroupsBoth.Draw),
        (1, GroupsEither.Draw),
        (1, GroupsNegated.Draw),
    ];
}
