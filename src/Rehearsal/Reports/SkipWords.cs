namespace Rehearsal.Reports;

/// <summary>The Chinese words for why a message was not sent; the console has the same ones.</summary>
static class SkipWords
{
    public static string Reason(string reason) => reason switch
    {
        "Guard" => "规则不允许",
        "Operator" => "人工跳过",
        "Held" => "暂停中",
        "NoContent" => "没有素材",
        "ContentNotValid" => "素材不可用",
        "HolidaysUnknown" => "节假日未知",
        "PlanChanged" => "计划已改",
        "Downtime" => "系统停机",
        "MergedIntoNext" => "并入下一条",
        "Delivery" => "送达失败",
        "GroupOpen" => "群不在开放状态",
        "Paused" => "暂停中",
        "Window" => "不在推送时段",
        "PerDay" => "当天条数已满",
        "PerWeek" => "本周条数已满",
        "Spacing" => "间隔太短",
        "OwnerTaps" => "群主当天操作太多",
        "PromotionMix" => "广告占比太高",
        "ConsecutivePromotions" => "广告连着发",
        "Blackout" => "活动期间不推送",
        "Reuse" => "素材近期用过",
        "Channel" => "渠道限额",
        "the group is dissolved" => "群已解散",
        "overtaken by the next step" => "还没发，下一步就到了",
        "Missed" => "没有人按时确认",
        _ => reason,
    };
}
