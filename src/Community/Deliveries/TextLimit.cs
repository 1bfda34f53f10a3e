using System.Text;

namespace Community.Deliveries;

/// <summary>How much text a channel takes, in UTF-8 bytes.</summary>
public static class TextLimit
{
    /// <summary>A message of a WeCom group robot (developer.work.weixin.qq.com, 群机器人配置说明).</summary>
    public const int RobotBytes = 2048;

    /// <summary>A WeCom group send (客户群群发).</summary>
    public const int GroupSendBytes = 4000;

    const char Cut = '…';

    /// <summary>True when <paramref name="text"/> fits into <paramref name="bytes"/>.</summary>
    public static bool Fits(string text, int bytes) => Encoding.UTF8.GetByteCount(text) <= bytes;

    /// <summary><paramref name="text"/>, or as many whole characters of it as fit before an ellipsis.</summary>
    public static string Fit(string text, int bytes)
    {
        if (Fits(text, bytes)) return text;
        var room = bytes - new Rune(Cut).Utf8SequenceLength;
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0) break;
            kept.Append(rune);
        }

        return kept.Append(Cut).ToString();
    }
}
