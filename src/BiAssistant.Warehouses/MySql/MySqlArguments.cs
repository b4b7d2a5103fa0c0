using System.Data;
using System.Data.Common;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Warehouses.MySql;

/// <summary>A literal as a parameter, in the types that every driver has: there is none for a truth value or a day alone.</summary>
internal static class MySqlArguments
{
    public static void Bind(DbParameter parameter, SqlArgument argument)
    {
        var (type, value) = argument.Value switch
        {
            SqlNull => (DbType.String, DBNull.Value),
            SqlBoolean truth => (DbType.Int64, truth.Value ? 1L : 0L),
            SqlNumber { Value: { Scale: 0 } whole } when whole is >= long.MinValue and <= long.MaxValue => (DbType.Int64, (long)whole),
            SqlNumber number => (DbType.Decimal, number.Value),
            SqlText text => (DbType.String, text.Value),
            SqlDate day => (DbType.Date, day.Value.ToDateTime(TimeOnly.MinValue)),
            SqlTimestamp moment => (DbType.DateTime, moment.Value),
            _ => (DbType.Object, (object)DBNull.Value),
        };
        if (type == DbType.Object)
        {
            throw new ArgumentException($"The parameter '{argument.Name}' is a {argument.Value.GetType().Name}, which MySQL and MariaDB have no value for.");
        }

        (parameter.DbType, parameter.Value) = (type, value);
    }
}
