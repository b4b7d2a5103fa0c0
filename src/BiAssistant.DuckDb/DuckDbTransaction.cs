using System.Data;
using System.Data.Common;

namespace BiAssistant.DuckDb;

/// <summary>A transaction that sees the database as it was at its begin; left open, it is rolled back.</summary>
public sealed class DuckDbTransaction : DbTransaction
{
    private readonly DuckDbConnection connection;
    private bool finished;

    internal DuckDbTransaction(DuckDbConnection connection, IsolationLevel level)
    {
        if (level is IsolationLevel.Serializable or IsolationLevel.Chaos)
        {
            throw new NotSupportedException($"The engine offers snapshot isolation; {level} is not to be had.");
        }

        this.connection = connection;
        connection.Execute("BEGIN TRANSACTION");
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Snapshot;

    protected override DbConnection? DbConnection => finished ? null : connection;

    /// <summary>When it cannot be committed, for example because another transaction changed the same rows, nothing of it stays.</summary>
    public override void Commit()
    {
        Demand();
        try
        {
            // The engine takes the COMMIT of an aborted transaction for a rollback and says nothing; any other statement it refuses.
            connection.Execute("SELECT 1");
            connection.Execute("COMMIT");
        }
        catch (DuckDbException)
        {
            // A conflict has ended the transaction already, which then fails here without harm; an aborted one still waits for its end.
            connection.TryExecute("ROLLBACK");
            Finish();
            throw;
        }

        Finish();
    }

    /// <summary>A reader that is still open is closed, since its rows belong to what is taken back.</summary>
    public override void Rollback()
    {
        Demand();
        connection.CloseReader();
        Finish();
        connection.Execute("ROLLBACK");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !finished)
        {
            Rollback();
        }

        base.Dispose(disposing);
    }

    private void Demand()
    {
        if (finished)
        {
            throw new InvalidOperationException("The transaction is already finished.");
        }
    }

    private void Finish()
    {
        finished = true;
        connection.Forget(this);
    }
}
