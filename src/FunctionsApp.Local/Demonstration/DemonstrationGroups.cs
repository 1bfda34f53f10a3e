namespace FunctionsApp.Demonstration;

/// <summary>The people who own groups, and a group of each kind.</summary>
static class DemonstrationGroups
{
    public const string SuperUsers = "tea-vip";
    public const string NewBuyers = "tea-new";
    public const string Pupils = "tea-class";
    public const string Flash = "tea-flash";

    public static async Task CreateAsync(DemonstrationClient api, DemonstrationDates dates)
    {
        await api.PostAsync("/api/staff", new { id = "xiaolin", name = "小林", weComUserId = "XiaoLin" });
        await api.PostAsync("/api/staff", new { id = "laozhou", name = "老周", weComUserId = "LaoZhou" });
        foreach (var group in All(dates.At(3, "23:30"))) await api.PostAsync("/api/groups", group);
    }

    static IEnumerable<object> All(DateTimeOffset flashEndsAt) =>
    [
        Group("tea-1", "春茶福利群 1", "SuperUser", "xiaolin", Welfare),
        Group("tea-2", "春茶福利群 2", "SuperUser", "xiaolin", Welfare),
        Group(SuperUsers, "老茶客会员群", "SuperUser", "laozhou", new
        {
            audience = "买过三次以上、愿意聊茶的老客户",
            service = "每周七天各有一件固定的事：话题、用法、晒一晒、有料、会员价",
            benefits = (string[])["会员价先看一天", "新茶试喝名额", "品鉴师一对一答疑"],
            rules = (string[])["不发广告和链接", "有问题当天问、当天答"],
            endsAt = (string?)null,
            ending = "长期运营；连续一个季度没有人说话就和大家商量解散",
        }),
        Group(NewBuyers, "新茶友陪伴群", "NewBuyer", "xiaolin", new
        {
            audience = "第一次在店里下单的客人",
            service = "七天陪您喝明白第一罐茶：怎么泡、怎么存、怎么选",
            benefits = (string[])["问题两小时内有人答", "第六天有一次回购价"],
            rules = (string[])["不发广告", "晚上十点后不打扰"],
            endsAt = (string?)null,
            ending = "七天后转入会员群或退群，都欢迎",
        }),
        Group(Pupils, "21 天学会泡茶", "Delivery", "laozhou", new
        {
            audience = "报名 21 天泡茶课的学员",
            service = "每周目标、打卡、讲解和答疑",
            benefits = (string[])["全程答疑", "结业送品茗杯"],
            rules = (string[])["课上的内容可以转述，录音请勿外传", "打卡不攀比"],
            endsAt = (string?)null,
            ending = "课程结束一周后解散，优秀学员请进会员群",
        }),
        Group(Flash, "明前龙井快闪群", "Flash", "xiaolin", new
        {
            audience = "想尝明前龙井的人",
            service = "一个晚上，一场限量团购",
            benefits = (string[])["限量 7 折", "顺丰包邮"],
            rules = (string[])["只聊今晚的茶", "结束就解散，不再打扰"],
            endsAt = flashEndsAt,
            ending = "当晚卖完或到点就解散",
        }),
    ];

    static object Welfare => new
    {
        audience = "爱喝茶、想喝懂茶的人",
        service = "每周三一款新茶，品鉴师在群里带大家喝",
        benefits = (string[])["新人首单立减 30%", "每周品鉴名额", "老茶客答疑"],
        rules = (string[])["不发广告和链接", "先改群名片：称呼-城市", "有问题找管理员"],
        endsAt = (string?)null,
        ending = "活动结束后转入会员群，不再拉新",
    };

    static object Group(string id, string name, string kind, string owner, object charter) => new
    {
        id,
        name,
        kind,
        capacity = 200,
        joinUrl = $"https://work.weixin.qq.com/gm/demo-{id}",
        owner,
        charter,
    };
}
