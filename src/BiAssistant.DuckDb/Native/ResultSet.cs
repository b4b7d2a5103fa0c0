using BiAssistant.DuckDb.Types;

namespace BiAssistant.DuckDb.Native;

/// <summary>The rows of one statement, a chunk at a time; only the current chunk is in memory.</summary>
internal sealed class ResultSet : IDisposable
{
    private const int ChangedRows = 1;
    private const int Rows = 3;
    private readonly PreparedStatement statement;
    private NativeResult result;
    private nint chunk;
    private bool ended;

    private ResultSet(PreparedStatement statement, DuckDbColumn[] columns, bool ended, NativeResult result)
    {
        (this.statement, Columns, this.ended, this.result) = (statement, columns, ended, result);
        Vectors = new ColumnVector[columns.Length];
    }

    public DuckDbColumn[] Columns { get; }

    /// <summary>The current chunk's columns.</summary>
    public ColumnVector[] Vectors { get; }

    public int RowCount { get; private set; }

    /// <summary>Rows that the statement inserted, changed or deleted; -1 where it does none of these.</summary>
    public int Affected { get; private init; } = -1;

    /// <summary>Describes the columns and holds no row.</summary>
    public static ResultSet Describe(PreparedStatement statement) =>
        new(statement, statement.Columns(), ended: true, default);

    public static ResultSet Run(PreparedStatement statement)
    {
        var result = statement.Execute();
        var returns = DuckDbNative.duckdb_result_return_type(result);
        return returns == Rows
            ? new ResultSet(statement, ColumnsOf(ref result), ended: false, result)
            : new ResultSet(statement, [], ended: true, result)
            {
                Affected = returns == ChangedRows ? checked((int)DuckDbNative.duckdb_rows_changed(ref result)) : -1,
            };
    }

    /// <summary>Moves to the next chunk that has rows.</summary>
    public bool Fetch()
    {
        RowCount = 0;
        while (!ended)
        {
            DuckDbNative.duckdb_destroy_data_chunk(ref chunk);
            chunk = DuckDbNative.duckdb_fetch_chunk(result);
            if (chunk == 0)
            {
                ended = true;
                if (DuckDbNative.duckdb_result_error(ref result) != 0)
                {
                    throw DuckDbException.Of(ref result);
                }

                return false;
            }

            RowCount = checked((int)DuckDbNative.duckdb_data_chunk_get_size(chunk));
            if (RowCount > 0)
            {
                for (var i = 0; i < Vectors.Length; i++)
                {
                    Vectors[i] = new ColumnVector(DuckDbNative.duckdb_data_chunk_get_vector(chunk, (ulong)i), Columns[i].ColumnType);
                }

                return true;
            }
        }

        return false;
    }

    public void Dispose()
    {
        ended = true;
        RowCount = 0;
        DuckDbNative.duckdb_destroy_data_chunk(ref chunk);
        DuckDbNative.duckdb_destroy_result(ref result);
        statement.Dispose();
    }

    private static DuckDbColumn[] ColumnsOf(ref NativeResult result)
    {
        var columns = new DuckDbColumn[DuckDbNative.duckdb_column_count(ref result)];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new DuckDbColumn(
                NativeText.Borrowed(DuckDbNative.duckdb_column_name(ref result, (ulong)i)),
                ColumnType.Take(DuckDbNative.duckdb_column_logical_type(ref result, (ulong)i)));
        }

        return columns;
    }
}
