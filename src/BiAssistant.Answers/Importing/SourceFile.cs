using System.Text;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing;

/// <summary>Reads a text file that an import starts from, within limits.</summary>
public static class SourceFile
{
    private const long Largest = 32L << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="path">Where it is.</param>
    /// <param name="shown">What the person calls it.</param>
    public static Outcome<CatalogText> Read(string path, string shown)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return Failed("import_source", $"'{shown}' is a folder; a file is expected.");
            }

            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return Failed("import_source", $"There is no file '{shown}'.");
            }

            return file.Length > Largest
                ? Failed("import_source", $"The file '{shown}' has {file.Length >> 20} MB; at most {Largest >> 20} MB are read.")
                : Outcome<CatalogText>.Of(new CatalogText(shown, File.ReadAllText(path, Strict)));
        }
        catch (DecoderFallbackException)
        {
            return Failed("import_encoding", $"The file '{shown}' is not UTF-8 text.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed("import_source", $"The file '{shown}' cannot be read: {fault.Message}");
        }
    }

    private static Outcome<CatalogText> Failed(string code, string message) => Outcome<CatalogText>.Failed(new Issue(code, message));
}
