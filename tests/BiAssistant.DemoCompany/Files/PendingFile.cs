namespace BiAssistant.DemoCompany.Files;

/// <summary>A file that is built under another name beside its place and takes its place whole, or leaves no trace.</summary>
internal sealed class PendingFile : IDisposable
{
    private readonly string path;

    public PendingFile(string path)
    {
        this.path = path;
        // What a build that was killed may have left.
        Sweep();
    }

    public string TemporaryPath => path + ".building";

    public void Publish()
    {
        // On disk before it has its name: a machine that stops in between must not leave a hollow file under it.
        using (var handle = File.OpenHandle(TemporaryPath, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(TemporaryPath, path, overwrite: true);
    }

    public void Dispose() => Sweep();

    private void Sweep()
    {
        foreach (var suffix in (string[])["", ".wal", "-journal", "-wal", "-shm"])
        {
            File.Delete(TemporaryPath + suffix);
        }
    }
}
