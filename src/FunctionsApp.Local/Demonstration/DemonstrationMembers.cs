namespace FunctionsApp.Demonstration;

/// <summary>
/// People who scanned the poster, some of whom invited others, and the members of the other groups. One invitee left at
/// once and one is a second account of the inviter, so that not every invitation counts.
/// </summary>
static class DemonstrationMembers
{
    static readonly string[] Scanners =
        ["陈晓梅", "周建国", "林小雨", "王大力", "赵雅琴", "孙志远", "吴桂芳", "郑思齐", "冯静", "褚卫东", "卫兰", "蒋一鸣"];

    static readonly (string Inviter, string Name)[] Invited =
        [("m1", "沈悦"), ("m1", "韩梅"), ("m1", "杨帆"), ("m3", "朱晨"), ("m3", "秦岚"), ("m5", "尤佳")];

    const string SecondAccount = "m5-friend2";
    const string LeavesAtOnce = "m3-friend3";

    static readonly string[] Regulars = ["许文", "何丽华", "吕先生-杭州", "施阿姨", "张老师-苏州", "孔令", "曹霞", "严冬"];

    static readonly string[] NewBuyers = ["金鑫", "魏来", "陶然", "姜姜", "戚薇薇"];

    /// <summary>The members of the flash group, whose ids are <c>flash1</c> and so on.</summary>
    public static readonly string[] FlashGuests = ["章敏", "云舒", "苏苏-南京", "潘师傅", "葛青", "范晓"];

    static readonly string[] Pupils = ["谢宁", "邹洋", "喻言", "柏青"];

    public static async Task JoinAsync(DemonstrationClient api, string posterCode)
    {
        await JoinAllAsync(api, "tea-1", "m", Scanners, posterCode);
        foreach (var inviter in Invited.Select(invited => invited.Inviter).Distinct(StringComparer.Ordinal))
        {
            var names = Invited.Where(invited => invited.Inviter == inviter).Select(invited => invited.Name);
            await JoinAllAsync(api, "tea-1", $"{inviter}-friend", [.. names], await CodeOfAsync(api, inviter));
        }

        await JoinDoubtfulAsync(api);
        await JoinAllAsync(api, DemonstrationGroups.SuperUsers, "vip", Regulars);
        await api.ReportJoinAsync(DemonstrationGroups.SuperUsers, "m1", Scanners[0], state: null);
        await JoinAllAsync(api, DemonstrationGroups.NewBuyers, "buyer", NewBuyers);
        await JoinAllAsync(api, DemonstrationGroups.Pupils, "pupil", Pupils);
        await JoinAllAsync(api, DemonstrationGroups.Flash, "flash", FlashGuests);
    }

    static async Task JoinDoubtfulAsync(DemonstrationClient api)
    {
        await api.ReportJoinAsync(
            DemonstrationGroups.SuperUsers, "m5", "赵雅琴", state: null, unionId: "demo-union-5");
        await api.ReportJoinAsync("tea-1", SecondAccount, "雅琴-小号", await CodeOfAsync(api, "m5"), "demo-union-5");
        await api.ReportJoinAsync("tea-1", LeavesAtOnce, "路过", await CodeOfAsync(api, "m3"));
        await api.ReportLeaveAsync("tea-1", LeavesAtOnce);
    }

    // Who is enrolled already has the same code again.
    static async Task<string?> CodeOfAsync(DemonstrationClient api, string inviter)
    {
        var participant = await api.PutAsync($"/api/campaigns/{DemonstrationCampaign.Id}/participants/{inviter}");
        return participant.GetProperty("code").GetString();
    }

    static async Task JoinAllAsync(
        DemonstrationClient api, string groupId, string prefix, string[] names, string? state = null)
    {
        for (var n = 1; n <= names.Length; n++)
        {
            var memberId = $"{prefix}{n}";
            await api.ReportJoinAsync(groupId, memberId, names[n - 1], state);
        }
    }
}
