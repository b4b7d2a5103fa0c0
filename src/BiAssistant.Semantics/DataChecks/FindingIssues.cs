using System.Diagnostics;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>What the data says against a catalog, worded for whoever keeps it: what is declared where, and the numbers that disprove it.</summary>
public static class FindingIssues
{
    /// <summary>Nothing when the data bears the claim out.</summary>
    public static Seq<Issue> Of(DataClaim claim, DataFinding finding, Places places, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(places);
        var found = claim switch
        {
            KeyClaim c => Key(c, finding),
            ParentClaim c => [Parent(c.Way, finding)],
            ChildClaim c => [Child(c.Way, finding)],
            OneOfClaim c => [OneOf(c, finding)],
            RowClaim c => [Row(c, finding)],
            FreshClaim c => [Fresh(c.Dataset, finding, now)],
            _ => throw new UnreachableException(claim.GetType().Name),
        };
        return found.OfType<Issue>().Select(issue => issue with { At = PlaceOf(claim, places), Element = ElementOf(claim) }).ToSeq();
    }

    /// <summary>A claim that the data was not asked about.</summary>
    public static Issue Of(UncheckedClaim claim, Places places)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(places);
        return new Issue("not_checked", $"{Subject(claim.Claim)} is not checked: {claim.Why}.")
        {
            At = PlaceOf(claim.Claim, places),
            Element = ElementOf(claim.Claim),
            Severity = IssueSeverity.Note,
        };
    }

    private static IEnumerable<Issue?> Key(KeyClaim claim, DataFinding finding)
    {
        var name = FindingWords.Name(claim.Keyed, claim.Columns);
        var declared = claim switch
        {
            { Origin: KeyOrigin.Primary } => $"{name} is declared the primary key",
            { Origin: KeyOrigin.PointedTo, Way: { } way } => $"{way.Name} leads from many {way.From.Name} to one {way.To.Name} by {name}",
            { Origin: KeyOrigin.OneToOne, Way: { } way } => $"{way.Name} is declared one to one by {name}",
            _ => $"{name} is declared unique",
        };
        yield return finding.Wrong == 0
            ? null
            : new Issue("key_repeats", $"{declared}, but {FindingWords.Share(finding.Wrong, finding.Rows)} {FindingWords.Verb(finding.Wrong, "shares its value", "share their value")} with another row{FindingWords.Sample(finding)}.");
        yield return finding.Empty == 0 || claim.Origin is KeyOrigin.PointedTo or KeyOrigin.OneToOne
            ? null
            : new Issue("key_empty", $"{declared}, but {FindingWords.Share(finding.Empty, finding.Rows)} {FindingWords.Verb(finding.Empty, "has", "have")} no value there.")
            {
                Severity = claim.Origin == KeyOrigin.Primary ? IssueSeverity.Error : IssueSeverity.Warning,
            };
    }

    private static Issue? Parent(Relationship way, DataFinding finding)
    {
        if (finding.Wrong == 0)
        {
            return null;
        }

        var pointless = finding.Empty == 0 ? "" : $", {(finding.Empty == finding.Wrong ? "all" : FindingWords.Count(finding.Empty))} of them because {FindingWords.Name(way.From, way.FromColumns)} is empty";
        return new Issue("parent_missing", $"{FindingWords.Share(finding.Wrong, finding.Rows)} of {way.From.Name} {FindingWords.Verb(finding.Wrong, "finds", "find")} no row of {way.To.Name} by {way.Name}{FindingWords.Sample(finding)}{pointless}. Such rows fall out of every answer that joins the two; 'optional: true' keeps them.")
        {
            Suggestions = ["optional: true"],
        };
    }

    private static Issue? Child(Relationship way, DataFinding finding) => finding.Wrong == 0
        ? null
        : new Issue("child_missing", $"{way.Name} is declared required, but {FindingWords.Share(finding.Wrong, finding.Rows)} of {way.To.Name} {FindingWords.Verb(finding.Wrong, "is", "are")} pointed to by no row of {way.From.Name}{FindingWords.Sample(finding)}.");

    private static Issue? OneOf(OneOfClaim claim, DataFinding finding) => finding.Wrong == 0
        ? null
        : new Issue("not_exactly_one", $"Exactly one of {string.Join(", ", claim.Ways.Select(w => w.Name))} is declared to apply to each row of {claim.Dataset.Name}, but to {FindingWords.Share(finding.Wrong, finding.Rows)} none or several do; to {FindingWords.Count(finding.Empty)} none does.");

    private static Issue? Row(RowClaim claim, DataFinding finding)
    {
        if (finding.Wrong == 0)
        {
            return null;
        }

        var share = FindingWords.Share(finding.Wrong, finding.Rows);
        var sample = FindingWords.Sample(finding);
        string Named(string field) => $"{claim.Dataset.Name}.{field}";
        return claim.Check switch
        {
            NotNullCheck check => new Issue("value_missing", $"{Named(check.Fields[0])} is declared never empty, but {share} {FindingWords.Verb(finding.Wrong, "has", "have")} no value there."),
            UniqueCheck check => new Issue("value_repeats", $"{FindingWords.Name(claim.Dataset, check.Fields)} is declared unique, but {share} {FindingWords.Verb(finding.Wrong, "shares its value", "share their value")} with another row{sample}."),
            AcceptedValuesCheck check => new Issue("value_not_accepted", $"{Named(check.Field)} is declared to be one of {string.Join(", ", check.Values.Select(FindingWords.Text))}, but {share} {FindingWords.Verb(finding.Wrong, "holds", "hold")} another value{sample}."),
            RangeCheck check => new Issue("value_out_of_range", $"{Named(check.Field)} is declared to be {FindingWords.Range(check)}, but {share} {FindingWords.Verb(finding.Wrong, "lies", "lie")} outside{sample}."),
            CustomCheck => new Issue("rule_broken", $"{share} of {claim.Dataset.Name} {FindingWords.Verb(finding.Wrong, "breaks", "break")} this rule{FindingWords.Sample(finding, claim.Dataset.PrimaryKey)}."),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    private static Issue? Fresh(Dataset dataset, DataFinding finding, DateTime now)
    {
        if (finding.Newest is not { } newest)
        {
            return new Issue("no_freshness", $"{dataset.Name} has no rows with a {dataset.Freshness?.Field?.Name}, so nothing says how fresh they are.") { Severity = IssueSeverity.Warning };
        }

        var (age, limit, severity) = Staleness.Of(dataset, newest, now);
        return severity is not { } grave
            ? null
            : new Issue("stale_data", $"The newest {dataset.Freshness?.Field?.Name} of {dataset.Name} is {FindingWords.Instant(newest)}, {FindingWords.Span(age)} before now; {FindingWords.Span(limit)} are allowed.") { Severity = grave };
    }

    private static string Subject(DataClaim claim) => claim switch
    {
        KeyClaim c => $"Whether {FindingWords.Name(c.Keyed, c.Columns)} is unique",
        ParentClaim c => $"Whether every row of {c.Way.From.Name} finds its row of {c.Way.To.Name} by {c.Way.Name}",
        ChildClaim c => $"Whether every row of {c.Way.To.Name} is pointed to by {c.Way.Name}",
        OneOfClaim c => $"Whether exactly one of {string.Join(", ", c.Ways.Select(w => w.Name))} applies",
        RowClaim c => $"A rule of {c.Dataset.Name}",
        _ => $"The freshness of {claim.Dataset.Name}",
    };

    private static TextLocation? PlaceOf(DataClaim claim, Places places) => claim switch
    {
        KeyClaim { Origin: KeyOrigin.Primary } c => places.Find(c.Keyed, "primary_key"),
        KeyClaim { Way: { } way } c => places.Find(way, "") ?? places.Find(c.Keyed, ""),
        KeyClaim c => places.Find(c.Keyed, $"unique_keys {c.Keyed.UniqueKeys.TakeWhile(k => k != c.Columns).Count()}"),
        ParentClaim c => places.Find(c.Way, "") ?? places.Find(c.Dataset, ""),
        ChildClaim c => places.Find(c.Way, "") ?? places.Find(c.Dataset, ""),
        OneOfClaim c => places.Find(c.Ways[0], ""),
        RowClaim c => places.Find(c.Dataset, $"checks {c.Place}"),
        _ => places.Find(claim.Dataset, "freshness"),
    };

    private static string ElementOf(DataClaim claim) => claim switch
    {
        KeyClaim { Way: { } way } => $"{claim.Dataset.Model.Name}/{way.Name}",
        ParentClaim { Way: var way } => $"{claim.Dataset.Model.Name}/{way.Name}",
        ChildClaim { Way: var way } => $"{claim.Dataset.Model.Name}/{way.Name}",
        _ => $"{claim.Dataset.Model.Name}/{claim.Dataset.Name}",
    };
}
