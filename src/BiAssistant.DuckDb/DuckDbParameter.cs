using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace BiAssistant.DuckDb;

/// <summary>One value for a <c>$name</c> or a <c>?</c>; its type is that of the value.</summary>
public sealed class DuckDbParameter : DbParameter
{
    public DuckDbParameter()
    {
    }

    public DuckDbParameter(object? value) => Value = value;

    public DuckDbParameter(string name, object? value) => (ParameterName, Value) = (name, value);

    public override DbType DbType { get; set; } = DbType.Object;

    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set
        {
            if (value != ParameterDirection.Input)
            {
                throw new NotSupportedException("The engine's parameters only go in.");
            }
        }
    }

    public override bool IsNullable { get; set; } = true;

    [AllowNull]
    public override string ParameterName { get; set => field = value ?? ""; } = "";

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get; set => field = value ?? ""; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    public override object? Value { get; set; }

    /// <summary>The name as SQL has it, without the sign before it.</summary>
    internal string BareName => Bare(ParameterName);

    public override void ResetDbType() => DbType = DbType.Object;

    internal static string Bare(string name) => name.TrimStart('$', '@', ':');
}
