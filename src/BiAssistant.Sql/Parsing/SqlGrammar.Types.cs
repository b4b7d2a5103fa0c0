using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>Names of types; a type that is not known is refused.</summary>
internal sealed partial class SqlGrammar
{
    private SqlType Type()
    {
        if (Current.Kind != SqlTokenKind.Word || Kind(Current.Value.ToUpperInvariant()) is not { } kind)
        {
            throw Unexpected("a type such as INTEGER, DECIMAL(18, 2), TEXT, DATE or TIMESTAMP");
        }

        var word = _tokens[_at++];
        if (word.IsWord("DOUBLE"))
        {
            TakeWord("PRECISION");
        }
        else if (word.IsWord("CHARACTER") || word.IsWord("CHAR"))
        {
            TakeWord("VARYING");
        }

        var (precision, scale) = kind is SqlTypeKind.Decimal or SqlTypeKind.Text ? Sizes(kind) : default;
        if (kind == SqlTypeKind.Timestamp && TakeWord("WITH"))
        {
            ExpectWord("TIME");
            ExpectWord("ZONE");
            kind = SqlTypeKind.TimestampTz;
        }
        else if (kind == SqlTypeKind.Timestamp && TakeWord("WITHOUT"))
        {
            ExpectWord("TIME");
            ExpectWord("ZONE");
        }

        return new SqlType(kind, precision, scale);
    }

    private (int? Precision, int? Scale) Sizes(SqlTypeKind kind)
    {
        if (!TakeSymbol("("))
        {
            return default;
        }

        var precision = Size();
        int? scale = kind == SqlTypeKind.Decimal ? 0 : null;
        if (kind == SqlTypeKind.Decimal && TakeSymbol(","))
        {
            scale = Size();
        }

        return Closed((precision, scale));
    }

    private int? Size()
    {
        var start = Current.Start;
        var size = WholeNumber();
        return size is >= 0 and <= 65_535 ? (int)size : throw new SqlSyntaxException("A size must be between 0 and 65535.", start);
    }

    private static SqlTypeKind? Kind(string word) => word switch
    {
        "BOOLEAN" or "BOOL" => SqlTypeKind.Boolean,
        "INTEGER" or "INT" or "SMALLINT" => SqlTypeKind.Integer,
        "BIGINT" => SqlTypeKind.BigInteger,
        "DECIMAL" or "NUMERIC" => SqlTypeKind.Decimal,
        "DOUBLE" or "FLOAT" or "REAL" => SqlTypeKind.Double,
        "TEXT" or "VARCHAR" or "CHAR" or "CHARACTER" or "STRING" => SqlTypeKind.Text,
        "DATE" => SqlTypeKind.Date,
        "TIME" => SqlTypeKind.Time,
        "TIMESTAMP" => SqlTypeKind.Timestamp,
        "TIMESTAMPTZ" => SqlTypeKind.TimestampTz,
        "INTERVAL" => SqlTypeKind.Interval,
        "BLOB" or "BYTEA" or "BINARY" or "VARBINARY" => SqlTypeKind.Binary,
        _ => null,
    };
}
