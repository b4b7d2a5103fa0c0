using System.Text;
using BiAssistant.Cli;

var plain = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var output = new StreamWriter(Console.OpenStandardOutput(), plain) { NewLine = "\n" };
await using var error = new StreamWriter(Console.OpenStandardError(), plain) { NewLine = "\n", AutoFlush = true };
using var input = new StreamReader(Console.OpenStandardInput(), plain);
var terminal = new Terminal(input, output, error, Environment.CurrentDirectory, AppContext.BaseDirectory, Console.IsOutputRedirected ? null : Console.WindowWidth);
return await CommandLine.RunAsync(args, terminal, CancellationToken.None);
