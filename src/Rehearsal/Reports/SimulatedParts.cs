using Rehearsal.Plans;

namespace Rehearsal.Reports;

/// <summary>What a report says of what is simulated.</summary>
static class SimulatedParts
{
    public static IReadOnlyList<string> Of(RehearsedPlans plans) =>
    [
        "跑的是上线的同一套程序：扫码、入群、邀请、发消息、转化、快闪、推送、待办都由它决定，时间是虚拟的。",
        "人是模拟的：来不来、分不分享、点不点、买不买、走不走，按“假设”里的数字抽签。彩排不是对人的预测。",
        "同一个种子里的人，换一份计划也还是同一批人，做一样的决定。",
        "不在裂变活动里的群，人在彩排开始前就在群里；快闪群的人在开群后两小时内进来。",
        "员工是模拟的：待办有的早做、有的晚做、有的不做；平台偶尔没有应答；店铺的订单有时晚报。",
        plans.IsOnWeCom
            ? "企业微信按它的能力和群发上限模拟：群发要员工确认，其余由员工手动做；没有真的调用企业微信的接口。"
            : "渠道是模拟渠道：每个动作都由平台自动完成。",
        "没有模拟：群里的闲聊和气氛、天气和节日、竞争对手、广告投放。",
    ];
}
