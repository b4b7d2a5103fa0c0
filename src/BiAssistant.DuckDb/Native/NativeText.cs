using System.Runtime.InteropServices;

namespace BiAssistant.DuckDb.Native;

/// <summary>Texts that the library hands out: borrowed ones stay the library's, owned ones are freed once they are read.</summary>
internal static class NativeText
{
    public static string Borrowed(nint text) => Marshal.PtrToStringUTF8(text) ?? "";

    public static string Owned(nint text)
    {
        try
        {
            return Borrowed(text);
        }
        finally
        {
            DuckDbNative.duckdb_free(text);
        }
    }
}
