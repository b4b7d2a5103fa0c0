using System.Globalization;
using BiAssistant.DuckDb.Types;

namespace BiAssistant.DuckDb.Native;

/// <summary>One statement that the engine has bound to its tables and not yet run.</summary>
internal sealed class PreparedStatement(nint prepared) : IDisposable
{
    private nint handle = prepared;

    public DuckDbStatementKind Kind => (DuckDbStatementKind)DuckDbNative.duckdb_prepared_statement_type(handle);

    public IReadOnlyList<string> ParameterNames
    {
        get
        {
            var names = new string[DuckDbNative.duckdb_nparams(handle)];
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = NativeText.Owned(DuckDbNative.duckdb_parameter_name(handle, (ulong)i + 1));
            }

            return names;
        }
    }

    public DuckDbColumn[] Columns()
    {
        var columns = new DuckDbColumn[DuckDbNative.duckdb_prepared_statement_column_count(handle)];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new DuckDbColumn(
                NativeText.Owned(DuckDbNative.duckdb_prepared_statement_column_name(handle, (ulong)i)),
                ColumnType.Take(DuckDbNative.duckdb_prepared_statement_column_logical_type(handle, (ulong)i)));
        }

        return columns;
    }

    /// <summary>A named parameter takes the value of that name, a question mark the value at its place; a missing value is an error, a spare one is not.</summary>
    public void Bind(DuckDbParameterCollection parameters)
    {
        var names = ParameterNames;
        for (var i = 0; i < names.Count; i++)
        {
            var place = parameters.IndexOf(names[i]);
            if (place < 0 && int.TryParse(names[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= parameters.Count)
            {
                place = number - 1;
            }

            if (place < 0)
            {
                throw new DuckDbException($"The statement asks for the parameter '{names[i]}', which has no value.", DuckDbErrorKind.ParameterNotResolved);
            }

            var value = ParameterValue.Create(parameters[place].Value);
            try
            {
                if (value == 0 || DuckDbNative.duckdb_bind_value(handle, (ulong)i + 1, value) != 0)
                {
                    throw new DuckDbException($"The engine does not take the value of the parameter '{names[i]}'.", DuckDbErrorKind.InvalidInput);
                }
            }
            finally
            {
                DuckDbNative.duckdb_destroy_value(ref value);
            }
        }
    }

    /// <summary>Runs until the first rows are there; the rest is made as it is fetched.</summary>
    public NativeResult Execute()
    {
        nint pending = 0;
        try
        {
            if (DuckDbNative.duckdb_pending_prepared_streaming(handle, out pending) != 0)
            {
                throw new DuckDbException(NativeText.Borrowed(DuckDbNative.duckdb_pending_error(pending)));
            }

            if (DuckDbNative.duckdb_execute_pending(pending, out var result) == 0)
            {
                return result;
            }

            var error = DuckDbException.Of(ref result);
            DuckDbNative.duckdb_destroy_result(ref result);
            throw error;
        }
        finally
        {
            DuckDbNative.duckdb_destroy_pending(ref pending);
        }
    }

    public void Dispose() => DuckDbNative.duckdb_destroy_prepare(ref handle);
}
