using System.Diagnostics;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>OpenSSL's own command, as an implementation that is not ours.</summary>
static class OpenSsl
{
    /// <summary>The digest of the bytes, in hexadecimal or as OpenSSL was asked to write it.</summary>
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
