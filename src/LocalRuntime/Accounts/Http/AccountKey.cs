using System.Security.Cryptography;
using System.Text;

namespace LocalRuntime.Accounts;

/// <summary>An account's key, which signs texts.</summary>
sealed class AccountKey(string base64)
{
    readonly byte[] key = Convert.FromBase64String(base64);

    public string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
