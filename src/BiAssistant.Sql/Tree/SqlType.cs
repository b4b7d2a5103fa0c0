namespace BiAssistant.Sql.Tree;

/// <summary>The portable kinds of value; each dialect has a name for each.</summary>
public enum SqlTypeKind
{
    Unknown,
    Boolean,
    Integer,
    BigInteger,
    Decimal,
    Double,
    Text,
    Date,
    Time,
    Timestamp,
    TimestampTz,
    Interval,
    Binary,
}

/// <summary>A portable type; precision and scale belong to <see cref="SqlTypeKind.Decimal"/>, length (as precision) to text.</summary>
public sealed record SqlType(SqlTypeKind Kind, int? Precision = null, int? Scale = null)
{
    public static readonly SqlType Unknown = new(SqlTypeKind.Unknown);
    public static readonly SqlType Boolean = new(SqlTypeKind.Boolean);
    public static readonly SqlType Integer = new(SqlTypeKind.Integer);
    public static readonly SqlType BigInteger = new(SqlTypeKind.BigInteger);
    public static readonly SqlType Double = new(SqlTypeKind.Double);
    public static readonly SqlType Text = new(SqlTypeKind.Text);
    public static readonly SqlType Date = new(SqlTypeKind.Date);
    public static readonly SqlType Binary = new(SqlTypeKind.Binary);
    public static readonly SqlType Timestamp = new(SqlTypeKind.Timestamp);

    public static SqlType Decimal(int precision, int scale) => new(SqlTypeKind.Decimal, precision, scale);

    public bool IsNumeric => Kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger or SqlTypeKind.Decimal or SqlTypeKind.Double;

    public bool IsTemporal => Kind is SqlTypeKind.Date or SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz;
}
