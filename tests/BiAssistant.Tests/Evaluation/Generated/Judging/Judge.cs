using System.Globalization;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>Holds the product's answer against the evaluator's: column by column, row by row, and the order.</summary>
internal static class Judge
{
    /// <summary>What engines without exact numbers, and quotients, may differ by.</summary>
    private const decimal Tolerance = 1e-9m;

    public static async Task<Verdict> OfAsync(World world, Product product, Question question)
    {
        var (expected, declined) = Evaluated(world, question);
        Said said;
        try
        {
            said = Named(await product.AskAsync(question), expected);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            return new Verdict(Outcome.Different, HasRows: false, $"the product broke: {bug}") { Way = bug.GetType().Name };
        }

        if (!said.Refusal.IsEmpty)
        {
            var codes = said.Refusal.Select(issue => issue.Code).Distinct().ToList();
            var text = string.Join(' ', said.Refusal.Select(issue => $"[{issue.Code}] {issue.Message}"));
            return new Verdict(declined is not null && codes.Contains(declined) ? Outcome.DeclinedByBoth : LawfulReasons.Has(codes) ? Outcome.Refused : Outcome.Different, HasRows: false, text) { Way = string.Join(' ', codes) };
        }

        if (expected is null)
        {
            return new Verdict(Outcome.Different, HasRows: false, $"should be declined ({declined}) and is answered:\n{said.Sql}") { Way = "answered" };
        }

        var differences = Differences(expected, said).Take(3).ToList();
        return differences.Count == 0
            ? new Verdict(Outcome.Same, expected.HasRows, "")
            : new Verdict(Outcome.Different, HasRows: false, $"{string.Join('\n', differences)}\nshould be:\n{Listed(expected.Rows)}\nand is:\n{Listed(Normal(expected, said))}\nby:\n{said.Sql}");
    }

    private static (Answer? Answer, string? Declined) Evaluated(World world, Question question)
    {
        try
        {
            return (new Asked(world, question).Answer(), null);
        }
        catch (DeclinedException none)
        {
            return (null, none.Code);
        }
    }

    /// <summary>A column of an inner answer may have got another name on the way; when it is the only one, it is the only one that it can be.</summary>
    private static Said Named(Said said, Answer? expected)
    {
        var missing = expected?.Columns.Select(column => column.Name).Except(said.Columns).ToList() ?? [];
        return missing.Count == 1 ? said with { Columns = [.. said.Columns.Select(name => expected!.Columns.Any(column => column.Name == name) ? name : missing[0])] } : said;
    }

    private static IEnumerable<string> Differences(Answer expected, Said said)
    {
        if (!expected.Columns.Select(column => column.Name).Order(StringComparer.Ordinal).SequenceEqual(said.Columns.Order(StringComparer.Ordinal)))
        {
            return [$"columns should be {string.Join(", ", expected.Columns.Select(column => column.Name))} and are {string.Join(", ", said.Columns)}"];
        }

        var groups = expected.Columns.Count(column => !column.IsNumber);
        var rows = Normal(expected, said);
        var expectedByKey = expected.Rows.Concat(expected.Unsure).DistinctBy(row => new Key([.. row.Take(groups)])).ToDictionary(row => new Key([.. row.Take(groups)]));
        var given = rows.Select(row => new Key([.. row.Take(groups)])).ToList();
        if (given.Distinct().Count() < given.Count)
        {
            return ["a group is there twice"];
        }

        var differences = rows.Zip(given).SelectMany(pair => expectedByKey.TryGetValue(pair.Second, out var right)
            ? expected.Columns.Select((column, place) => AreSame(right[place], pair.First[place], column.IsExact) ? null : $"{column.Name} should be {Shown(right[place])} and is {Shown(pair.First[place])} in {Shown(right)}").OfType<string>()
            : [$"should not be there: {Shown(pair.First)}"]);
        var unsure = expected.Ties.Where(tie => tie.Rows.Count(row => given.Contains(new Key([.. row.Take(groups)]))) >= tie.AtLeast).SelectMany(tie => tie.Rows).Concat(expected.Unsure).Select(row => new Key([.. row.Take(groups)])).ToHashSet();
        var missing = expectedByKey.Where(row => !given.Contains(row.Key) && !unsure.Contains(row.Key)).Select(row => $"is missing: {Shown(row.Value)}");
        return [.. differences, .. missing, .. OrderKept(expected, said, [.. given.Where(expectedByKey.ContainsKey).Select(key => expectedByKey[key])])];
    }

    /// <summary>By the evaluator's own numbers, no row stands before one that should come first. What two rows that tie in a number that is not exact come by after it, an engine's own digits say.</summary>
    private static IEnumerable<string> OrderKept(Answer expected, Said said, IReadOnlyList<IReadOnlyList<object?>> given)
    {
        var places = said.Columns.Select(expected.Place).ToList();
        var asked = expected.Times.Count > 0 ? [(places.First(expected.Times.Contains), false)] : expected.Order;
        var groups = places.Where(place => !expected.Columns[place].IsNumber && asked.All(term => term.Item1 != place));
        List<(int Place, bool Descending)> terms = [.. asked, .. groups.Select(place => (place, false))];
        var sure = terms.FindIndex(term => !expected.Columns[term.Place].IsExact);
        terms = sure < 0 ? terms : terms[..(sure + 1)];
        var (order, exact) = (new RowOrder(terms), new RowOrder(terms, exact: true));
        return given.Zip(given.Skip(1)).Where(pair => order.Compare(pair.First, pair.Second) > 0 && exact.Compare(pair.First, pair.Second) > 0).Select(pair => $"out of order: {Shown(pair.First)} before {Shown(pair.Second)}");
    }

    /// <summary>The product's cells in the evaluator's columns and kinds: engines keep days as texts and truths as numbers.</summary>
    private static List<IReadOnlyList<object?>> Normal(Answer expected, Said said)
    {
        var places = expected.Columns.Select(column => said.Columns.ToList().IndexOf(column.Name)).ToList();
        var samples = expected.Columns.Select((_, place) => expected.Rows.Select(row => row[place]).FirstOrDefault(cell => cell is not null)).ToList();
        return [.. said.Rows.Select(row => (IReadOnlyList<object?>)[.. places.Select((place, to) => place < 0 ? null : Normal(row[place], samples[to], expected.Columns[to].IsNumber))])];
    }

    private static object? Normal(object? cell, object? sample, bool isNumber) => cell switch
    {
        null => null,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        string text when sample is DateTime && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        double number when !isNumber => Math.Round((decimal)number, 9),
        string or DateTime or double => cell,
        bool truth => sample is decimal ? truth ? 1m : 0m : truth,
        _ when sample is bool => Convert.ToDecimal(cell, CultureInfo.InvariantCulture) != 0,
        _ => Convert.ToDecimal(cell, CultureInfo.InvariantCulture),
    };

    private static bool AreSame(object? right, object? given, bool exact) => (right, given) switch
    {
        (decimal one, double other) => AreNear(one, (decimal)other),
        (decimal one, decimal other) => exact ? one == other : AreNear(one, other),
        _ => Equals(right, given),
    };

    private static bool AreNear(decimal one, decimal other) => Math.Abs(one - other) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(one), Math.Abs(other)));

    private static string Listed(IEnumerable<IReadOnlyList<object?>> rows) => string.Join('\n', rows.Select(row => $"  {Shown(row)}"));

    private static string Shown(IReadOnlyList<object?> row) => string.Join(" | ", row.Select(Shown));

    private static string Shown(object? cell) => cell switch
    {
        null => "null",
        string text => $"'{text}'",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{cell}",
    };
}
