using BiAssistant.DuckDb.Types;

namespace BiAssistant.DuckDb;

/// <summary>A column of a result: its name and its type as the engine knows them.</summary>
public sealed class DuckDbColumn
{
    internal DuckDbColumn(string name, ColumnType type) => (Name, ColumnType) = (name, type);

    public string Name { get; }

    public DuckDbType Type => ColumnType.Id;

    /// <summary>The type's full spelling, for example <c>DECIMAL(18,2)</c>.</summary>
    public string TypeName => ColumnType.Name;

    public Type ClrType => ColumnType.ClrType;

    /// <summary>All digits of a decimal; 0 for any other type.</summary>
    public int Precision => ColumnType.Width;

    /// <summary>The digits of a decimal after its point; 0 for any other type.</summary>
    public int Scale => ColumnType.Scale;

    /// <summary>The words of an enum by their numbers in a chunk; empty for any other type.</summary>
    public IReadOnlyList<string> Words => ColumnType.Words;

    internal ColumnType ColumnType { get; }

    public override string ToString() => $"{Name} {TypeName}";
}
