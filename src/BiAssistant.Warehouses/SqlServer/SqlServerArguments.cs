using System.Data;
using System.Data.Common;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Warehouses.SqlServer;

/// <summary>A literal as a parameter, and the type under which a text declares it.</summary>
internal static class SqlServerArguments
{
    private const int WidestPrecision = 38;

    public static void Bind(DbParameter parameter, SqlArgument argument)
    {
        switch (argument.Value)
        {
            case SqlNull:
                (parameter.DbType, parameter.Value) = (DbType.String, DBNull.Value);
                break;
            case SqlBoolean truth:
                (parameter.DbType, parameter.Value) = (DbType.Boolean, truth.Value);
                break;
            case SqlNumber { Value: { Scale: 0 } whole } when whole is >= long.MinValue and <= long.MaxValue:
                (parameter.DbType, parameter.Value) = (DbType.Int64, (long)whole);
                break;
            case SqlNumber number:
                (parameter.DbType, parameter.Value, parameter.Precision, parameter.Scale) = (DbType.Decimal, number.Value, WidestPrecision, number.Value.Scale);
                break;
            case SqlText text:
                (parameter.DbType, parameter.Value) = (DbType.String, text.Value);
                break;
            case SqlDate day:
                (parameter.DbType, parameter.Value) = (DbType.Date, day.Value.ToDateTime(TimeOnly.MinValue));
                break;
            case SqlTimestamp moment:
                (parameter.DbType, parameter.Value) = (DbType.DateTime2, moment.Value);
                break;
            default:
                throw NoValue(argument);
        }
    }

    /// <summary>The type of a parameter where the text itself has to declare it.</summary>
    public static string Declared(SqlArgument argument) => argument.Value switch
    {
        SqlNull or SqlText => "nvarchar(4000)",
        SqlBoolean => "bit",
        SqlNumber { Value: { Scale: 0 } whole } when whole is >= long.MinValue and <= long.MaxValue => "bigint",
        SqlNumber number => FormattableString.Invariant($"decimal({WidestPrecision}, {number.Value.Scale})"),
        SqlDate => "date",
        SqlTimestamp => "datetime2",
        _ => throw NoValue(argument),
    };

    private static ArgumentException NoValue(SqlArgument argument) =>
        new($"The parameter '{argument.Name}' is a {argument.Value.GetType().Name}, which SQL Server has no value for.");
}
