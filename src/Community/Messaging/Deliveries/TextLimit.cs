using System.Globalization;
using System.Text;

namespace Community.Messaging.Deliveries;

/// <summary>The longest texts that a channel takes, in UTF-8 bytes.</summary>
public static class TextLimit
{
    /// <summary>A message of a WeCom group robot (developer.work.weixin.qq.com, 群机器人配置说明).</summary>
    public const int RobotBytes = 2048;

    /// <summary>A WeCom group send (客户群群发).</summary>
    public const int GroupSendBytes = 4000;

    const string Ellipsis = "…";

    public static bool Fits(string text, int bytes) => Encoding.UTF8.GetByteCount(text) <= bytes;

    /// <summary>
    /// <paramref name="text"/>, or as many whole graphemes of it as fit before an ellipsis, because half of 👨‍👩‍👧 is
    /// another character. Empty when the ellipsis does not fit.
    /// </summary>
    public static string Fit(string text, int bytes)
    {
        if (Fits(text, bytes)) return text;
        if (!Fits(Ellipsis, bytes)) return "";
        var room = bytes - Encoding.UTF8.GetByteCount(Ellipsis);
        var kept = 0;
        while (true)
        {
            var character = text.AsSpan(kept, StringInfo.GetNextTextElementLength(text, kept));
            room -= Encoding.UTF8.GetByteCount(character);
            if (room < 0) return string.Concat(text.AsSpan(0, kept), Ellipsis);
            kept += character.Length;
        }
    }
}
