namespace BiAssistant.DemoCompany.Files;

/// <summary>Lets one creator at a time work in a folder, in this process or another. The lock file itself stays: removing it would let two creators hold locks on two files of one name.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static FileStream Take(string folder)
    {
        var path = Path.Combine(folder, ".demo-company.lock");
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
