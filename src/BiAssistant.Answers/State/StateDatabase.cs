using System.Data.Common;
using BiAssistant.Sql;

namespace BiAssistant.Answers.State;

/// <summary>The engine that holds the state: how it is opened, and how its form is brought up to date while others may do the same.</summary>
internal abstract class StateDatabase
{
    /// <summary>Where it is, fit for a message: no password.</summary>
    public abstract string Place { get; }

    public abstract DbConnection Connect();

    /// <summary>Opens a connection and makes it ready.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that keeps every other process from migrating until it ends.</summary>
    public abstract Task<DbTransaction> BeginMigrationAsync(DbConnection connection, CancellationToken cancellationToken);

    public abstract Seq<string> Steps(Migration migration);
}
