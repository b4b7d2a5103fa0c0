using System.Text.RegularExpressions;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>The type that a column gets: the narrowest that every value fits without loss and without a guess that a number could hang on; else it stays text.</summary>
/// <param name="Unit">The currency that every cell was written with.</param>
/// <param name="Percent">Every cell was written in percent; the values are fractions.</param>
internal sealed partial record ColumnChoice(ColumnReading Reading, Seq<ImportRemark> Remarks, string? Unit = null, bool Percent = false)
{
    private const string Fix = "clean the file, or its cells are compared as text and cannot be added up";

    /// <param name="column">The column's name in its table, as remarks call it: <c>'amount' of sales.csv</c>.</param>
    public static ColumnChoice Of(string column, ColumnSurvey survey, ColumnContext context)
    {
        var choice = Typed(column, survey, context);
        var words = string.Join(", ", survey.NullWords.Select(word => word.Length == 0 ? "a blank" : $"'{word}'"));
        return choice.Reading is TextReading || survey.Missing == 0
            ? choice
            : choice.With(RemarkKind.Guessed, $"In column {column} {Counted.Of(survey.Missing, "cell")} {(survey.Missing == 1 ? "holds" : "hold")} {words}: {(survey.Missing == 1 ? "it is" : "they are")} taken as missing.");
    }

    private static ColumnChoice Typed(string column, ColumnSurvey survey, ColumnContext context) => survey switch
    {
        { Values: 0, Filled: 0 } => Text(RemarkKind.Guessed, $"Column {column} is empty in every row; it is kept as text."),
        { Values: 0 } => Text(),
        { Truth: true } => new(new TruthReading(), []),
        { Dates: true, Forms: DateForms.Compact } => new ColumnChoice(new DateReading(DateForms.Compact), [])
            .With(RemarkKind.Guessed, $"The numbers of column {column}, such as {survey.Example}, are all days of the calendar and are taken as dates."),
        _ when survey.Point.Holds || survey.Comma.Holds => Number(column, survey, context),
        { Exponents: true } => new ColumnChoice(new DoubleReading(), [])
            .With(RemarkKind.Guessed, $"Column {column} has numbers with an exponent and is kept as floating numbers: digits that the exponent hides were lost before the file was written."),
        { Clock: true } => new(new TimeReading(), []),
        { Dates: true } => DateChoice.Of(column, survey, context),
        _ when Months().IsMatch(survey.Example) => Text(RemarkKind.Guessed, $"Column {column} holds months such as {survey.Example} and stays text: periods cannot be asked by it unless the file says a day of each."),
        { Sample: { } sample } when sample.Typed * 2 >= sample.Count => Mixed(column, survey, sample),
        _ => Text(),
    };

    /// <summary>Values of which most are numbers or dates and some are not, or not in one way.</summary>
    private static ColumnChoice Mixed(string column, ColumnSurvey survey, ValueSample sample)
    {
        var odd = sample.Odd ?? survey.Breaker;
        var kind = sample.Typed * 5 >= sample.Count * 4 ? RemarkKind.LookFirst : RemarkKind.Guessed;
        return odd is { } cell
            ? Text(kind, $"Column {column} stays text because of '{cell.Text}' in line {Counted.Of(cell.Line)}, while most of its values are numbers or dates: {Fix}.")
            : Text(kind, $"Column {column} stays text because its numbers or dates are not all written in one way: {Fix}.");
    }

    internal static ColumnChoice Text() => new(new TextReading(), []);

    internal static ColumnChoice Text(RemarkKind kind, string message) => Text().With(kind, message);

    internal ColumnChoice With(RemarkKind kind, string message) => this with { Remarks = Remarks.Add(new ImportRemark(kind, message)) };

    private static ColumnChoice Number(string column, ColumnSurvey survey, ColumnContext context)
    {
        if (survey.UnitsDiffer)
        {
            return Text(RemarkKind.LookFirst, $"The numbers of column {column} have different units, or some have none, so that they cannot be added up: it stays text. Give amounts and units a column each.");
        }

        var open = survey.MarksDiffer && survey.Point.Holds && survey.Comma.Holds;
        var mark = context.MarkSaid ? context.Mark : open ? Grouping(survey) ?? context.Mark : survey.Point.Holds ? '.' : ',';
        if (open && mark is null && context.Delimiter == ';')
        {
            return Text(RemarkKind.LookFirst, $"Nothing in the file says whether '{survey.Example}' of column {column} is a fraction or in thousands: it stays text. Say --decimal . or --decimal , to load it as a number.");
        }

        var chosen = (mark ?? '.') == '.' ? survey.Point : survey.Comma;
        if (!chosen.Holds)
        {
            return Text(RemarkKind.LookFirst, $"The numbers of column {column}, such as '{survey.Example}', are not written with the decimal mark '{mark}': it stays text.");
        }

        var width = chosen.Whole + chosen.Scale;
        if (chosen.Scale == 0 ? width > NumberReading.WidestWhole : width > NumberReading.Widest)
        {
            return chosen.Scale == 0
                ? Text(RemarkKind.Guessed, $"The numbers of column {column} have up to {width} digits, as identifiers have: it stays text.")
                : Text(RemarkKind.LookFirst, $"The numbers of column {column} have up to {width} digits, more than can be computed with exactly: it stays text. Round them in the file to load it as a number.");
        }

        var choice = new ColumnChoice(new NumberReading(chosen.Mark, width, chosen.Scale), []);
        choice = open && !context.MarkSaid && Grouping(survey) is null
            ? choice.With(RemarkKind.Guessed, $"'{survey.Example}' of column {column} is read with '{chosen.Mark}' as the decimal mark, {(context.Mark is null ? "as is usual" : "as other columns prove")}; say --decimal if it is not.")
            : choice;
        return survey.Unit switch
        {
            null => choice,
            NumberShape.Percent => (choice with { Percent = true }).With(RemarkKind.Guessed, $"Column {column} is written in percent and kept as fractions: {survey.Example} is {Fraction(survey.Example, chosen.Mark)}."),
            var unit => (choice with { Unit = unit }).With(RemarkKind.Guessed, $"Column {column} is taken as amounts in {unit}{(Units.IsShared(unit) ? ", whose sign other currencies share" : "")}."),
        };
    }

    /// <summary>Amounts of money have no three decimals: what stands before three digits divides thousands.</summary>
    private static char? Grouping(ColumnSurvey survey) => survey.Unit is null or NumberShape.Percent ? null : survey.Point.Grouped ? '.' : ',';

    private static string Fraction(string percent, char mark)
    {
        Span<char> digits = stackalloc char[percent.Length];
        return NumberShape.TryRead(percent, out var shape) && shape.TryDigits(mark, digits, out var number)
            ? shape.Value(digits[..number.Length], number.Scale).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : percent;
    }

    [GeneratedRegex(@"^(19|20)\d\d[-./](0?[1-9]|1[0-2])$|^(19|20)\d\d\s*[년年]\s*(0?[1-9]|1[0-2])\s*[월月]$")]
    private static partial Regex Months();
}
