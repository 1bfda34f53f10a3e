using System.Diagnostics;
using System.Globalization;
using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Standings;

static class OwnStandingTexts
{
    public const string Kicker = "我的邀请";
    public const string Invited = "位好友已进群";
    public const string Rewards = "我的奖励";

    public static string MissingTo(int invites) => Text($"再邀请 {invites} 位，就有下一份奖励");

    public static string UnderReview(int invites) => Text($"另有 {invites} 位正在核对");

    public static string Revoked(int invites) => Text($"有 {invites} 位已退群，不计入");

    public static string NameOf(RewardState state) => state switch
    {
        RewardState.Granted => "可领取",
        RewardState.Withheld => "待确认",
        RewardState.Redeemed => "已领取",
        RewardState.TakenBack => "已收回",
        _ => throw new UnreachableException(),
    };

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
