using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>A claim that the number of a query rests on.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Root">The dataset whose rows are aggregated.</param>
/// <param name="Decides">Without it there is no right number: it is worth asking the data before the answer.</param>
public sealed record Reliance(DataClaim Claim, Dataset Root, bool Decides)
{
    /// <summary>Every claim that a query rests on, each once for the rows that it matters to.</summary>
    public static IEnumerable<Reliance> Of(BoundQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Of(query.AllSources.ToSeq());
    }

    /// <summary>Whether the data says otherwise at this time.</summary>
    public bool IsBroken(DataFinding finding, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Claim is FreshClaim ? finding.Newest is { } newest && Staleness.Of(Claim.Dataset, newest, now).Severity is not null : finding.Wrong > 0;
    }

    internal static IEnumerable<Reliance> Of(Seq<BoundSource> sources) => sources.SelectMany(TreesOf).SelectMany(Of).Distinct();

    private static IEnumerable<JoinTree> TreesOf(BoundSource source) => source.Selection switch
    {
        BoundFollowed followed => [source.Joins, followed.Joins],
        BoundUsual usual => [source.Joins, usual.Joins],
        _ => [source.Joins],
    };

    private static IEnumerable<Reliance> Of(JoinTree tree) =>
    [
        .. OfRows(tree.Root, tree.Root),
        .. tree.Root.PrimaryKey.IsEmpty ? [] : new[] { new Reliance(new KeyClaim(tree.Root, tree.Root.PrimaryKey, KeyOrigin.Primary), tree.Root, Decides: false) },
        .. tree.Steps.SelectMany(step => step.Flat).SelectMany(step => Of(step, tree.Root)),
    ];

    private static IEnumerable<Reliance> OfRows(Dataset dataset, Dataset root) =>
        dataset.Freshness is { Field: not null } ? [new Reliance(new FreshClaim(dataset), root, Decides: true)] : [];

    /// <summary>A step finds at most one row by its key, and one at least where rows without any are not kept.</summary>
    private static IEnumerable<Reliance> Of(JoinStep step, Dataset root)
    {
        var way = step.Relationship;
        if (step.Gathered is { } gathered)
        {
            // What is gathered by a key belongs to each row of that key.
            return [.. Of(gathered.Joins), .. way is null || way.ToColumns.IsEmpty ? [] : new[] { new Reliance(KeyOf(way, way.To, way.ToColumns), root, Decides: true) }];
        }

        if (way is null || way.FromColumns.IsEmpty)
        {
            return [];
        }

        var forth = ReferenceEquals(step.Dataset, way.To);
        var back = ReferenceEquals(step.Dataset, way.From) && way.OneToOne;
        return
        [
            .. OfRows(step.Dataset, root),
            .. forth ? [new Reliance(KeyOf(way, way.To, way.ToColumns), root, Decides: true)] : Seq<Reliance>.Empty,
            .. back ? [new Reliance(KeyOf(way, way.From, way.FromColumns), root, Decides: true)] : Seq<Reliance>.Empty,
            .. forth && !step.KeepUnmatched ? [new Reliance(new ParentClaim(way), root, Decides: false)] : Seq<Reliance>.Empty,
            .. !forth && back && !step.KeepUnmatched ? [new Reliance(new ChildClaim(way), root, Decides: false)] : Seq<Reliance>.Empty,
        ];
    }

    private static KeyClaim KeyOf(Relationship way, Dataset dataset, Seq<string> columns) => new(dataset, columns, KeyOrigin.PointedTo, way);
}
