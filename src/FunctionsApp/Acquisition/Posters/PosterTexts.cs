namespace FunctionsApp.Acquisition.Posters;

/// <summary>The default texts of a poster.</summary>
static class PosterTexts
{
    public const string CallToAction = "微信扫码进群";

    public const string Hint = "打开微信扫一扫，或长按识别二维码";

    public static string Description(string title, string callToAction) => $"{title}：{callToAction}";
}
