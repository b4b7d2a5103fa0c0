using System.Data;

namespace BiAssistant.DuckDb;

/// <content>The columns of the current result.</content>
public sealed partial class DuckDbDataReader
{
    public override string GetName(int ordinal) => Columns[ordinal].Name;

    public override Type GetFieldType(int ordinal) => Columns[ordinal].ClrType;

    public override string GetDataTypeName(int ordinal) => Columns[ordinal].TypeName;

    /// <summary>The exact name first, then the name without regard to case.</summary>
    public override int GetOrdinal(string name)
    {
        foreach (var comparison in (ReadOnlySpan<StringComparison>)[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (Columns[i].Name.Equals(name, comparison))
                {
                    return i;
                }
            }
        }

        throw new ArgumentOutOfRangeException(nameof(name), name, $"The result has no column '{name}'; it has {string.Join(", ", Columns.Select(column => column.Name))}.");
    }

    public override DataTable? GetSchemaTable()
    {
        if (FieldCount == 0)
        {
            return null;
        }

        var table = new DataTable("SchemaTable") { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add("ColumnName", typeof(string));
        table.Columns.Add("ColumnOrdinal", typeof(int));
        table.Columns.Add("DataType", typeof(Type));
        table.Columns.Add("DataTypeName", typeof(string));
        table.Columns.Add("NumericPrecision", typeof(short));
        table.Columns.Add("NumericScale", typeof(short));
        table.Columns.Add("AllowDBNull", typeof(bool));
        for (var i = 0; i < FieldCount; i++)
        {
            var column = Columns[i];
            table.Rows.Add(column.Name, i, column.ClrType, column.TypeName, (short)column.Precision, (short)column.Scale, true);
        }

        return table;
    }
}
