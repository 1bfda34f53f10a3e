using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace FunctionsApp.Tests.Acquisition.Posters;

/// <summary>
/// The scanner <c>zbarimg</c>, independent of the code under test. The test is skipped when it is not installed, unless
/// <c>REQUIRE_ZBARIMG=1</c>.
/// </summary>
static class Zbar
{
    public static async Task<string> ScanAsync(byte[] picture, string extension)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}{extension}");
        await File.WriteAllBytesAsync(path, picture, TestContext.Current.CancellationToken);
        try
        {
            using var zbar = Start(path);
            var output = await Task.WhenAll(zbar.StandardOutput.ReadToEndAsync(), zbar.StandardError.ReadToEndAsync());
            await zbar.WaitForExitAsync();
            Assert.True(zbar.ExitCode == 0, $"zbarimg found no code: {output[1]}");
            return output[0].TrimEnd('\n');
        }
        finally
        {
            File.Delete(path);
        }
    }

    static Process Start(string path)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", path])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("REQUIRE_ZBARIMG") != "1")
        {
            Assert.Skip("zbarimg is not installed");
            throw;
        }
    }
}
