using System.Collections.Concurrent;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>Everything that a catalog claims of its data, and how each claim is put to it. Each claim is made into queries once.</summary>
/// <param name="catalog">What claims.</param>
/// <param name="now">The clock for checks that read it.</param>
public sealed class DataClaims(Catalog catalog, DateTime now)
{
    private readonly JoinGraph _graph = new(catalog);
    private readonly ConcurrentDictionary<string, Made> _known = new();

    /// <summary>Every claim of the catalog, those of one dataset together; what two declarations claim alike is one claim.</summary>
    public IEnumerable<DataClaim> All => catalog.Datasets.Where(d => d.Unsupported is null).SelectMany(Of).DistinctBy(c => c.Id);

    /// <summary>The queries that put a claim to the data, or why there are none.</summary>
    public (DataCheck? Check, UncheckedClaim? Unchecked) Put(DataClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var made = _known.GetOrAdd(claim.Id, static (_, given) => given.Self.Make(given.Claim), (Self: this, Claim: claim));
        return (made.Check, made.Why is { } why ? new UncheckedClaim(claim, why) : null);
    }

    private IEnumerable<DataClaim> Of(Dataset dataset)
    {
        var ways = catalog.Relationships.Where(r => r.Unsupported is null && r.Through.IsEmpty && !r.FromColumns.IsEmpty).ToList();
        var outgoing = ways.Where(r => ReferenceEquals(r.From, dataset)).ToList();
        return
        [
            .. dataset.PrimaryKey.IsEmpty ? [] : new[] { new KeyClaim(dataset, dataset.PrimaryKey, KeyOrigin.Primary) },
            .. dataset.UniqueKeys.Select(key => new KeyClaim(dataset, key, KeyOrigin.Unique)),
            .. ways.Where(r => ReferenceEquals(r.To, dataset)).Select(r => new KeyClaim(dataset, r.ToColumns, KeyOrigin.PointedTo, r)),
            .. outgoing.Where(r => r.OneToOne).Select(r => new KeyClaim(dataset, r.FromColumns, KeyOrigin.OneToOne, r)),
            .. outgoing.Where(r => !r.Optional).Select(r => new ParentClaim(r)),
            .. ways.Where(r => r.Required && ReferenceEquals(r.To, dataset)).Select(r => new ChildClaim(r)),
            .. outgoing.Where(r => r.Exclusive is not null).GroupBy(r => r.Exclusive).Select(g => new OneOfClaim(g.Key ?? "", g.ToSeq())),
            .. dataset.Checks.SelectMany((check, i) => Each(check).Select(one => new RowClaim(dataset, one, i))),
            .. dataset.Freshness is { Field: not null } ? new[] { new FreshClaim(dataset) } : [],
        ];
    }

    private static IEnumerable<DatasetCheck> Each(DatasetCheck check) => check switch
    {
        NotNullCheck several => several.Fields.Select(f => new NotNullCheck([f])),
        _ => [check],
    };

    private Made Make(DataClaim claim)
    {
        var rows = Rows(claim.Dataset);
        var others = Others(claim).Select(Rows).ToSeq();
        if (others.FirstOrDefault(o => o.Dataset.Model.Warehouse != rows.Dataset.Model.Warehouse) is { } elsewhere)
        {
            return new Made(null, $"{elsewhere.Dataset.Name} is in another warehouse than {rows.Dataset.Name}");
        }

        var check = claim switch
        {
            KeyClaim c => KeyCheck.Of(c, rows, rows.Columns(c.Columns), ClaimedColumns.MayShow(c.Dataset, c.Columns)),
            ParentClaim { Way: var way } => LinkCheck.Missing(claim, rows, way.FromColumns, others[0], way.ToColumns, Shown(way.From, way.FromColumns)),
            ChildClaim { Way: var way } => LinkCheck.Missing(claim, rows, way.ToColumns, others[0], way.FromColumns, Shown(way.To, way.ToColumns)),
            OneOfClaim c => LinkCheck.NotOne(c, rows, others),
            RowClaim c => RowCheck.Of(c, rows, ClaimedColumns.MayShow),
            FreshClaim { Dataset.Freshness.Field: { } clock } c => FreshCheck.Of(c, rows, clock),
            _ => throw new System.Diagnostics.UnreachableException(claim.GetType().Name),
        };
        var problem = rows.Problem ?? others.Select(o => o.Problem).FirstOrDefault(p => p is not null);
        return problem is null ? new Made(check, null) : new Made(null, problem);
    }

    private static Seq<string> Shown(Dataset dataset, Seq<string> columns) => ClaimedColumns.MayShow(dataset, columns) ? columns : [];

    private static IEnumerable<Dataset> Others(DataClaim claim) => claim switch
    {
        ParentClaim c => [c.Way.To],
        ChildClaim c => [c.Way.From],
        OneOfClaim c => c.Ways.Select(w => w.To),
        _ => [],
    };

    private CheckedRows Rows(Dataset dataset) => new(dataset, catalog, _graph, now);

    private sealed record Made(DataCheck? Check, string? Why);
}
