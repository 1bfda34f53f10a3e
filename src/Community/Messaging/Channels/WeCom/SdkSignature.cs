using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// What a page says to the JS-SDK (<c>wx.config</c>, <c>wx.agentConfig</c>) to be let in:
/// developer.work.weixin.qq.com, JS-SDK 使用权限签名算法.
/// </summary>
public static class SdkSignature
{
    /// <summary>
    /// The SHA-1 in hexadecimal characters; the fragment of <paramref name="url"/> is no part of it.
    /// </summary>
    public static string Sign(string ticket, string nonce, DateTimeOffset at, Uri url)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var page = url.OriginalString.Split('#', 2)[0];
        var text = $"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={page}";
#pragma warning disable CA5350 // the platform's scheme
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
