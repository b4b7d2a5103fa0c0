using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>One step of the program that the engine makes of a statement, as EXPLAIN lists it; what its operands mean is the step's own.</summary>
internal sealed record SqliteStep(int Address, string Name, int P1, int P2, int P3, string P4)
{
    public bool IsNext => Name is "Next" or "Prev";

    /// <summary>A search by the first columns of an index or by a rowid, from which rows may follow.</summary>
    public bool IsSearch => Name is "SeekGE" or "SeekGT" or "SeekLE" or "SeekLT";
}

/// <summary>
/// What a program reads of the tables and indexes that it opens. The program is exact where EXPLAIN QUERY PLAN names only what the text calls a table, which may be any name:
/// a cursor is opened on a page of the file, and a loop over it goes from a first step to the one that leads back.
/// </summary>
internal sealed class SqliteProgram
{
    /// <summary>The list of tables itself.</summary>
    private const int MasterPage = 1;

    private readonly List<SqliteStep> steps;
    private readonly Dictionary<int, int> pages;
    private readonly List<Loop> loops;

    private SqliteProgram(List<SqliteStep> steps)
    {
        this.steps = steps;
        pages = steps.Where(step => step is { Name: "OpenRead", P2: not MasterPage }).GroupBy(step => step.P1).ToDictionary(cursor => cursor.Key, cursor => cursor.First().P2);
        loops = [.. steps.Where(IsTurn).Select(step => new Loop(step.P2, step.Address, step.Name is "Next" or "Prev" ? step.P1 : null))];
    }

    /// <summary>The first pages of what is read.</summary>
    public IEnumerable<int> Pages => pages.Values.Distinct();

    public static SqliteProgram Read(SqliteDataReader reader)
    {
        var steps = new List<SqliteStep>();
        while (reader.Read())
        {
            steps.Add(new SqliteStep(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.IsDBNull(5) ? "" : Convert.ToString(reader.GetValue(5), CultureInfo.InvariantCulture) ?? ""));
        }

        // Behind the body stands what is done once before it.
        var body = steps is [{ Name: "Init" } first, ..] ? first.P2 : steps.Count;
        return new SqliteProgram(steps.FindAll(step => step.Address < body));
    }

    /// <summary>Rows read by each cursor, with the page that it was opened on; null where it cannot be told.</summary>
    /// <param name="rows">Of what begins at a page, how many rows there are.</param>
    /// <param name="alike">Of the index that begins at a page, how many rows share the values of so many first columns; null where that is not known.</param>
    public IEnumerable<(int Page, double? Rows)> Reads(Func<int, double?> rows, Func<int, int, double?> alike)
    {
        double? Of(Loop loop)
        {
            if (loop.Cursor is not { } cursor || !pages.TryGetValue(cursor, out var page))
            {
                return null;
            }

            var search = steps.LastOrDefault(step => step.Address < loop.Start && step.P1 == cursor && (step.IsSearch || step.Name is "Rewind" or "Last"));
            return search switch
            {
                { IsSearch: true } when EqualColumns(search, loop) is { } columns && alike(page, columns) is { } few => few,
                { IsSearch: true } when Around(loop.Start).Any(outer => outer != loop) => null,
                // A range may be all of it.
                _ => rows(page),
            };
        }

        double? Times(int address) => Around(address).Aggregate((double?)1, (times, loop) => times is { } so && Of(loop) is { } far ? so * far : null);

        foreach (var (cursor, page) in pages)
        {
            var looped = loops.FindAll(loop => loop.Cursor == cursor);
            foreach (var loop in looped)
            {
                yield return (page, Times(loop.Start));
            }

            foreach (var step in steps.Where(step => step.P1 == cursor && !looped.Exists(loop => loop.Start == step.Address + 1 || (step.IsSearch && step.Address < loop.Start))))
            {
                if (step.Name == "Count")
                {
                    yield return (page, Times(step.Address) is { } times ? times * rows(page) : null);
                }
                else if (step.IsSearch || step.Name is "SeekRowid" or "NotExists" or "Found" or "NotFound" or "NoConflict")
                {
                    yield return (page, Times(step.Address));
                }
            }
        }
    }

    private static bool IsTurn(SqliteStep step) => (step.IsNext || step.Name is "SorterNext" or "VNext" or "Goto") && step.P2 <= step.Address;

    /// <summary>How many first columns of an index a search holds equal: the step that ends its loop compares with the values that it began with.</summary>
    private int? EqualColumns(SqliteStep search, Loop loop) =>
        steps.Exists(step => step.Address >= search.Address && step.Address <= loop.End && step.Name is "IdxGT" or "IdxLT" && step.P1 == search.P1 && step.P3 == search.P3 && step.P4 == search.P4)
            && int.TryParse(search.P4, NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
            ? columns
            : null;

    /// <summary>The loops in which a step is taken anew; what is done once in a loop is not.</summary>
    private IEnumerable<Loop> Around(int address) => loops.Where(loop =>
        loop.Start <= address && address <= loop.End
        && !steps.Exists(once => once.Name == "Once" && once.Address >= loop.Start && once.Address < address && address < once.P2));

    /// <summary>Steps that are taken for each row of a cursor, or of something that is no table: then without one.</summary>
    private sealed record Loop(int Start, int End, int? Cursor);
}
