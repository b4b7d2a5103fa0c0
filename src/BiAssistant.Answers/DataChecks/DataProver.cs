using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BiAssistant.Answers.Caching;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.DataChecks;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.DataChecks;

/// <summary>
/// Puts claims to the data by the way of every query (written, validated, read-only, limited) and keeps what the data said under its state: another state
/// is asked again, the same one never.
/// </summary>
public sealed class DataProver(DataClaims claims, WarehouseSet warehouses, StateStore state)
{
    private const long MemoryBytes = 4L << 20;

    private readonly ConcurrentDictionary<string, Outcome<ReadyCheck>> _ready = new();
    private readonly BoundedMemory<DataFinding> _known = new(MemoryBytes);

    /// <summary>The texts that put a claim to its warehouse, or why there are none.</summary>
    public Outcome<ReadyCheck> Prepare(DataClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return _ready.GetOrAdd(claim.Id, static (_, given) => given.Self.Make(given.Claim), (Self: this, Claim: claim));
    }

    /// <summary>The states of the tables that a check reads.</summary>
    public async Task<Seq<DataState>> StatesAsync(ReadyCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        var versions = await Warehouse(check).VersionsAsync(check.Tables, cancellationToken).ConfigureAwait(false);
        return versions.Select(version => new DataState(check.Warehouse, version)).ToSeq();
    }

    /// <summary>What the data in this state has said before; null when it was not asked.</summary>
    public async Task<DataFinding?> FindAsync(ReadyCheck check, Seq<DataState> data, CancellationToken cancellationToken)
    {
        var key = KeyOf(check, data);
        if (_known.TryGet(key, out var known))
        {
            return known;
        }

        if (await state.FindFindingAsync(key, cancellationToken).ConfigureAwait(false) is not { } stored || FindingJson.Read(stored) is not { } found)
        {
            return null;
        }

        Remember(key, found);
        return found;
    }

    /// <summary>Asks the data, and keeps the answer unless the data has changed meanwhile.</summary>
    /// <exception cref="WarehouseFault">The warehouse could not answer within the limits.</exception>
    public async Task<DataFinding> ProveAsync(ReadyCheck check, Seq<DataState> data, QueryLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        var warehouse = Warehouse(check);
        var counted = await warehouse.QueryAsync(check.Counts, limits, cancellationToken).ConfigureAwait(false);
        var finding = FindingOf(check.Claim, counted);
        if (check.Sample is { } sample && finding.Wrong > 0)
        {
            var shown = await warehouse.QueryAsync(sample, limits, cancellationToken).ConfigureAwait(false);
            finding = finding with { Sample = shown.Rows.Select(row => string.Join(", ", row.Take(check.SampleColumns).Select(Shown))).ToSeq() };
        }

        if (await StatesAsync(check, cancellationToken).ConfigureAwait(false) == data)
        {
            var key = KeyOf(check, data);
            Remember(key, finding);
            await state.SaveFindingAsync(key, finding.Claim, FindingJson.Write(finding), cancellationToken).ConfigureAwait(false);
        }

        return finding;
    }

    private void Remember(string key, DataFinding finding) => _known.Set(key, finding, 500 + (4L * key.Length));

    private IWarehouse Warehouse(ReadyCheck check) => warehouses.Find(check.Warehouse).Value ?? throw new InvalidOperationException($"The warehouse '{check.Warehouse}' is gone.");

    private Outcome<ReadyCheck> Make(DataClaim claim)
    {
        var (check, not) = claims.Put(claim);
        if (check is null)
        {
            return Outcome<ReadyCheck>.Failed(new Issue("not_checked", not?.Why ?? ""));
        }

        var warehouse = warehouses.DialectOf(check.Warehouse);
        if (warehouse.Value is not { } found)
        {
            return Outcome<ReadyCheck>.Failed(warehouse.Issues);
        }

        var counts = Valid(check.Counts, found, check.Reads);
        var sample = check.Sample is null ? null : Valid(check.Sample, found, check.Reads);
        return counts.Value is { } text && (sample is null || sample.Succeeded)
            ? Outcome<ReadyCheck>.Of(new ReadyCheck(claim, found.Name, text, sample?.Value, KeyColumns(check.Sample), check.Reads.Tables.Select(t => t.Name).Distinct().ToSeq()))
            : Outcome<ReadyCheck>.Failed(counts.Succeeded ? sample?.Issues ?? [] : counts.Issues);
    }

    private static Outcome<ValidatedSql> Valid(SqlQuery query, WarehouseDialect warehouse, SqlAllowList reads)
    {
        var written = SqlWriter.Write(query, warehouse.Dialect);
        return written.Value is { } text ? SqlValidator.Validate(text, reads) : Outcome<ValidatedSql>.Failed(written.Issues);
    }

    /// <summary>How many columns of a sample are keys or values; a count of copies may follow them.</summary>
    private static int KeyColumns(SqlQuery? sample) => sample is SqlSelect select ? select.Items.Count(i => i.Alias?.StartsWith("key_", StringComparison.Ordinal) ?? false) : 0;

    private static DataFinding FindingOf(DataClaim claim, ResultTable counted)
    {
        var row = counted.Rows[0];
        object? Cell(string name) => counted.Columns.Select((c, i) => (c.Name, Cell: row[i])).FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)).Cell;
        long Number(string name) => Cell(name) is { } cell ? Convert.ToInt64(cell, CultureInfo.InvariantCulture) : 0;
        return new DataFinding(claim.Id, Number(CheckColumns.Rows), Number(CheckColumns.Wrong), Number(CheckColumns.Empty), InstantOf(Cell(CheckColumns.Newest)));
    }

    private static DateTime? InstantOf(object? cell) => cell switch
    {
        DateTime instant => instant,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => instant,
        _ => null,
    };

    private static string Shown(object? cell) => cell is null ? "nothing" : Composition.TableComposer.CellText(cell);

    /// <summary>A hash over the question and the state of all that it reads: an equal key has an equal answer.</summary>
    internal static string KeyOf(ReadyCheck check, Seq<DataState> data) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\u001e',
        data.Select(d => $"{d.Warehouse}\u001f{string.Join('.', d.Table.Table)}\u001f{d.Table.Version}").Prepend(check.Sample?.Sql.Text ?? "").Prepend(check.Counts.Sql.Text).Prepend(check.Warehouse)))));
}

/// <summary>A check whose texts passed the gate, the warehouse that they are for, and the tables whose state its finding depends on.</summary>
public sealed record ReadyCheck(DataClaim Claim, string Warehouse, ValidatedSql Counts, ValidatedSql? Sample, int SampleColumns, Seq<Seq<string>> Tables);
