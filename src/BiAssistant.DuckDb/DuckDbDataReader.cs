using System.Collections;
using System.Data;
using System.Data.Common;
using BiAssistant.DuckDb.Native;
using BiAssistant.DuckDb.Types;

namespace BiAssistant.DuckDb;

/// <summary>Rows as the engine makes them, one chunk of at most 2,048 in memory at a time; read by row, or by chunk where typed columns are wanted.</summary>
public sealed partial class DuckDbDataReader : DbDataReader
{
    private readonly DuckDbCommand command;
    private readonly DuckDbConnection connection;
    private readonly StatementList statements;
    private readonly Interruption interruption;
    private readonly CommandBehavior behavior;
    private ResultSet? current;
    private int row = -1;
    private int affected = -1;
    private bool peeked;
    private bool closed;

    private DuckDbDataReader(DuckDbCommand command, DuckDbConnection connection, StatementList statements, Interruption interruption, CommandBehavior behavior) =>
        (this.command, this.connection, this.statements, this.interruption, this.behavior) = (command, connection, statements, interruption, behavior);

    public override int Depth => 0;

    public override bool IsClosed => closed;

    /// <summary>Rows changed by all statements so far; -1 where none changes rows.</summary>
    public override int RecordsAffected => affected;

    public override int FieldCount => current?.Columns.Length ?? 0;

    public IReadOnlyList<DuckDbColumn> Columns => current?.Columns ?? [];

    public override bool HasRows
    {
        get
        {
            if (row < 0 && !peeked)
            {
                peeked = Fetch();
            }

            return current is { RowCount: > 0 };
        }
    }

    /// <summary>The chunk that <see cref="ReadChunk"/> moved to; its spans hold until the next move.</summary>
    public DuckDbChunk Chunk => current is { RowCount: > 0 } ? new DuckDbChunk(current) : throw NoRow();

    public override bool Read()
    {
        if (++row < (current?.RowCount ?? 0) && (row > 0 || peeked))
        {
            peeked = false;
            return true;
        }

        row = 0;
        peeked = false;
        return Fetch();
    }

    public override Task<bool> ReadAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<bool>(cancellationToken)
        : row + 1 < (current?.RowCount ?? 0) ? Task.FromResult(Read())
        : Task.Run(() => Watched(Read, cancellationToken), cancellationToken);

    /// <summary>Moves to the next chunk. A result is read by rows or by chunks: a chunk that was begun by rows must be read to its end first.</summary>
    public bool ReadChunk()
    {
        if (row >= 0 && row + 1 < (current?.RowCount ?? 0))
        {
            throw new InvalidOperationException("The rows of this chunk are being read one by one; read them to the end before the next chunk.");
        }

        row = -1;
        return peeked ? !(peeked = false) : Fetch();
    }

    public Task<bool> ReadChunkAsync(CancellationToken cancellationToken = default) => Task.Run(() => Watched(ReadChunk, cancellationToken), cancellationToken);

    public override bool NextResult()
    {
        lock (connection.Gate)
        {
            DemandOpen();
            return Advance();
        }
    }

    public override Task<bool> NextResultAsync(CancellationToken cancellationToken) => Task.Run(() => Watched(NextResult, cancellationToken), cancellationToken);

    public override void Close()
    {
        lock (connection.Gate)
        {
            if (closed)
            {
                return;
            }

            closed = true;
            interruption.Dispose();
            command.Ended(interruption);
            current?.Dispose();
            statements.Dispose();
            connection.Forget(this);
        }

        if (behavior.HasFlag(CommandBehavior.CloseConnection))
        {
            connection.Close();
        }
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    internal static DuckDbDataReader Open(DuckDbCommand command, DuckDbConnection connection, StatementList statements, Interruption interruption, CommandBehavior behavior)
    {
        var reader = new DuckDbDataReader(command, connection, statements, interruption, behavior);
        connection.Remember(reader);
        try
        {
            reader.Advance();
            return reader;
        }
        catch
        {
            reader.Close();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }

    /// <summary>Runs statements up to the next one that gives rows.</summary>
    private bool Advance()
    {
        current?.Dispose();
        (current, row, peeked) = (null, -1, false);
        try
        {
            while (statements.PrepareNext(connection.Handle) is { } statement)
            {
                current = Begin(statement);
                affected = current.Affected < 0 ? affected : Math.Max(affected, 0) + current.Affected;
                if (current.Columns.Length > 0)
                {
                    return true;
                }

                current.Dispose();
                current = null;
            }

            return false;
        }
        catch (DuckDbException error)
        {
            throw interruption.Explain(error);
        }
    }

    private ResultSet Begin(PreparedStatement statement)
    {
        try
        {
            if (behavior.HasFlag(CommandBehavior.SchemaOnly))
            {
                return ResultSet.Describe(statement);
            }

            statement.Bind(command.Parameters);
            return ResultSet.Run(statement);
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    private bool Fetch()
    {
        lock (connection.Gate)
        {
            DemandOpen();
            try
            {
                return current?.Fetch() ?? false;
            }
            catch (DuckDbException error)
            {
                throw interruption.Explain(error);
            }
        }
    }

    /// <summary>A token of this call alone, beside the one that the command was started with.</summary>
    private T Watched<T>(Func<T> step, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled || cancellationToken == interruption.Token)
        {
            return step();
        }

        using var watch = new Interruption(connection, seconds: 0, cancellationToken);
        try
        {
            return step();
        }
        catch (DuckDbException error)
        {
            throw watch.Explain(error);
        }
    }

    private void DemandOpen()
    {
        if (closed)
        {
            throw new InvalidOperationException("The reader is closed.");
        }
    }

    private ref readonly ColumnVector At(int ordinal)
    {
        if (current is null || (uint)row >= (uint)current.RowCount)
        {
            throw NoRow();
        }

        return ref current.Vectors[ordinal];
    }

    private InvalidOperationException NoRow() => new(closed ? "The reader is closed." : "The reader stands on no row: call Read first, and stop when it says false.");
}
