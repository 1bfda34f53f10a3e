using System.Text;

namespace Community.Messaging.Deliveries;

/// <summary>The longest texts that a channel takes, in UTF-8 bytes.</summary>
public static class TextLimit
{
    /// <summary>A message of a WeCom group robot (developer.work.weixin.qq.com, 群机器人配置说明).</summary>
    public const int RobotBytes = 2048;

    /// <summary>A WeCom group send (客户群群发).</summary>
    public const int GroupSendBytes = 4000;

    /// <summary>A WeCom group welcome (入群欢迎语).</summary>
    public const int WelcomeBytes = 3000;

    public static bool Fits(string text, int bytes) => Encoding.UTF8.GetByteCount(text) <= bytes;
}
