using System.Data.Common;
using BiAssistant.DuckDb.Native;

namespace BiAssistant.DuckDb;

/// <summary>An error of the engine, in its own words, with the family that the engine puts it in.</summary>
public sealed class DuckDbException : DbException
{
    public DuckDbException()
        : this("The engine failed without a word.", DuckDbErrorKind.Invalid)
    {
    }

    public DuckDbException(string message)
        : this(message, KindOf(message))
    {
    }

    public DuckDbException(string message, Exception innerException)
        : base(message, innerException) => Kind = KindOf(message);

    public DuckDbException(string message, DuckDbErrorKind kind)
        : base(message) => Kind = kind;

    public DuckDbErrorKind Kind { get; }

    public override bool IsTransient => Kind is DuckDbErrorKind.Transaction or DuckDbErrorKind.Interrupt;

    internal static DuckDbException Of(ref NativeResult result) => new(
        NativeText.Borrowed(DuckDbNative.duckdb_result_error(ref result)),
        (DuckDbErrorKind)DuckDbNative.duckdb_result_error_type(ref result));

    /// <summary>Where the library gives a text alone, the family stands before the first colon: "Binder Error: …".</summary>
    private static DuckDbErrorKind KindOf(string message) => message.Split(':', 2)[0] switch
    {
        "Out of Range Error" => DuckDbErrorKind.OutOfRange,
        "Conversion Error" => DuckDbErrorKind.Conversion,
        "Mismatch Type Error" => DuckDbErrorKind.MismatchType,
        "Invalid type Error" => DuckDbErrorKind.InvalidType,
        "Serialization Error" => DuckDbErrorKind.Serialization,
        "TransactionContext Error" => DuckDbErrorKind.Transaction,
        "Not implemented Error" => DuckDbErrorKind.NotImplemented,
        "Expression Error" => DuckDbErrorKind.Expression,
        "Catalog Error" => DuckDbErrorKind.Catalog,
        "Parser Error" => DuckDbErrorKind.Parser,
        "Constraint Error" => DuckDbErrorKind.Constraint,
        "Connection Error" => DuckDbErrorKind.Connection,
        "Syntax Error" => DuckDbErrorKind.Syntax,
        "Binder Error" => DuckDbErrorKind.Binder,
        "IO Error" => DuckDbErrorKind.Io,
        "INTERRUPT Error" => DuckDbErrorKind.Interrupt,
        "FATAL Error" => DuckDbErrorKind.Fatal,
        "INTERNAL Error" => DuckDbErrorKind.Internal,
        "Invalid Input Error" => DuckDbErrorKind.InvalidInput,
        "Out of Memory Error" => DuckDbErrorKind.OutOfMemory,
        "Permission Error" => DuckDbErrorKind.Permission,
        "Parameter Not Resolved Error" => DuckDbErrorKind.ParameterNotResolved,
        "Parameter Not Allowed Error" => DuckDbErrorKind.ParameterNotAllowed,
        "Dependency Error" => DuckDbErrorKind.Dependency,
        "Missing Extension Error" => DuckDbErrorKind.MissingExtension,
        "Extension Autoloading Error" => DuckDbErrorKind.Autoload,
        "Sequence Error" => DuckDbErrorKind.Sequence,
        "Invalid Configuration Error" => DuckDbErrorKind.InvalidConfiguration,
        _ => DuckDbErrorKind.Invalid,
    };
}
