using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FunctionsApp.Trade.Imports;

/// <summary>Receives the body of a request as a file that can be read more than once.</summary>
public static class UploadedFile
{
    /// <summary>The largest file, in bytes: 16 Mi characters of three bytes.</summary>
    public const int MaxBytes = 48 * 1024 * 1024;

    const int MaxInMemory = 256 * 1024; // more is kept in a temporary file until the request ends
    const int BufferBytes = 64 * 1024;
    const int FingerprintLength = 32;

    /// <summary>
    /// Buffers the body and returns a fingerprint, equal for the same bytes in the same encoding; null when the body is
    /// larger than <see cref="MaxBytes"/>.
    /// </summary>
    public static async Task<string?> ReceiveAsync(HttpRequest request, Encoding encoding)
    {
        if (request.ContentLength > MaxBytes) return null;
        // The server's own limit is lower.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes + BufferBytes;
        request.EnableBuffering(MaxInMemory, MaxBytes + BufferBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes($"{encoding.WebName}\n"));
        var buffer = new byte[BufferBytes];
        var aborted = request.HttpContext.RequestAborted;
        for (var received = 0; await request.Body.ReadAsync(buffer, aborted) is > 0 and var count;)
        {
            received += count;
            if (received > MaxBytes) return null;
            hash.AppendData(buffer.AsSpan(0, count));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..FingerprintLength];
    }
}
