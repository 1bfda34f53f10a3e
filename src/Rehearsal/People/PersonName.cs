using System.Globalization;

namespace Rehearsal.People;

/// <summary>The ids and names of simulated people.</summary>
static class PersonName
{
    static readonly string[] Surnames =
        ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林"];
    static readonly string[] Cities = ["上海", "杭州", "北京", "成都", "广州", "武汉", "西安", "苏州"];

    const string Prefix = "person-";

    public static string IdOf(int person) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{person}");

    /// <summary>The person with this id.</summary>
    public static int NumberOf(string id) => int.Parse(id.AsSpan(Prefix.Length), CultureInfo.InvariantCulture);

    /// <summary>The name on the platform.</summary>
    public static string Of(int person) =>
        string.Create(CultureInfo.InvariantCulture, $"{Surnames[person % Surnames.Length]}{person}");

    /// <summary>The card name (群名片) that a group asks for.</summary>
    public static string CardOf(int person) => $"{Of(person)}-{CityOf(person)}";

    public static string IntroductionOf(int person) => $"大家好，我是{Of(person)}，来自{CityOf(person)}，喜欢喝茶和徒步。";

    static string CityOf(int person) => Cities[person % Cities.Length];
}
