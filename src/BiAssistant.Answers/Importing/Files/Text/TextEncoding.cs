using System.Text;

namespace BiAssistant.Answers.Importing.Files.Text;

/// <summary>How a file's bytes are letters; every byte of the file was seen to be one.</summary>
/// <param name="Encoding">Throws where bytes are no letter.</param>
/// <param name="Mark">How many bytes at the file's start say the encoding and belong to no letter.</param>
/// <param name="Guessed">The file does not prove it: the bytes fit, and so may those of another encoding.</param>
internal sealed record TextEncoding(Encoding Encoding, string Name, int Mark, bool Guessed)
{
    /// <summary>The file's letters from its first one on.</summary>
    public StreamReader Read(DataFile file)
    {
        var stream = FileContents.Open(file);
        stream.Seek(Mark, SeekOrigin.Begin);
        return new StreamReader(stream, Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
    }
}
