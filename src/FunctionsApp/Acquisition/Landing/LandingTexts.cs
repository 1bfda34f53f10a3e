namespace FunctionsApp.Acquisition.Landing;

static class LandingTexts
{
    public const string Benefits = "进群福利";
    public const string Rules = "群规则";
    public const string LongPress = "长按识别二维码，加入群聊";
    public const string QrAlternative = "入群二维码";
    public const string Join = "点此进群";

    public const string PreparingTitle = "正在准备入群二维码";
    public const string PreparingHint = "几秒钟后会自动显示，请稍候。";
    public const string NotYetOpenTitle = "活动即将开始";
    public const string NotYetOpenHint = "到时间后重新扫码，即可进群。";
    public const string FullTitle = "群已满员";
    public const string FullHint = "本次活动的群都已满员。有人退出或新群开放后，重新扫码即可进群。";
    public const string EndedTitle = "活动已结束";
    public const string EndedHint = "感谢关注，期待下次活动与你相见。";

    public static string OpensAt(string when) => $"开放时间：{when}";
}
