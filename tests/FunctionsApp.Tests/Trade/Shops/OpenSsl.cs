using System.Diagnostics;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>The command <c>openssl</c>, an independent implementation of the digests that shops use.</summary>
static class OpenSsl
{
    /// <summary>The digest of the bytes in binary, made with these options of <c>openssl dgst</c>.</summary>
    public static async Task<byte[]> DigestAsync(byte[] bytes, params string[] options)
    {
        using var openssl = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-binary", .. options])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await openssl.StandardInput.BaseStream.WriteAsync(bytes);
        openssl.StandardInput.Close();
        using var digest = new MemoryStream();
        await openssl.StandardOutput.BaseStream.CopyToAsync(digest);
        await openssl.WaitForExitAsync();
        Assert.Equal(0, openssl.ExitCode);
        return digest.ToArray();
    }
}
