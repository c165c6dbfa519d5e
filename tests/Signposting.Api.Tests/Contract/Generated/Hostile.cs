namespace Signposting.Api.Tests.Contract.Generated;

/// <summary>What somebody sends who wants to break in, or only to break something.</summary>
internal static class Hostile
{
    public static readonly IReadOnlyList<string> Sql =
    [
        "' OR '1'='1", "'; DROP TABLE item; --", "1; DELETE FROM opportunity", "\" OR \"\"=\"", "') UNION SELECT hash FROM api_key --", "1 OR pg_sleep(5)",
        "'||(SELECT version())||'", "%' ESCAPE '", "a* OR b NEAR c", "NOT", "\"unbalanced", "x AND (y", "{name}:a", "^a", "$1", "@0", "\\", "\\'; --", "%_%", "0x27",
    ];

    public static readonly IReadOnlyList<string> Script =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "'-alert(1)-'", "<svg/onload=alert(1)>", "{{7*7}}", "${7*7}", "#{7*7}",
        "</title><script>", "&lt;script&gt;", "<!--", "]]>", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
    ];

    public static readonly IReadOnlyList<string> Header =
    [
        "x\r\nSet-Cookie: a=b", "x\nX-Injected: 1", "x\r\n\r\n<html>", "x\rLocation: https://evil.example", "x%0d%0aX-Injected:%201", "x\u2028X-Injected: 1", "x\u0085y", "x嘊嘍X-Injected: 1",
    ];

    public static readonly IReadOnlyList<string> Odd =
    [
        "\0", "a\0b", "\u202Egnp.exe", "\uFEFF", "\uFFFD", "\uFFFF", "ﷺﷺﷺ", "Ω≈ç√∫", "👩‍👩‍👧‍👦", "ｌｓ１", "İ", "ß", "ﬁ", "a\u0300\u0301\u0302\u0303", " ", "\t", "null", "undefined", "NaN", "Infinity", "-0", "1e309",
        "0x10", "1_000", "１２", "٣", "../../etc/passwd", "..%2f..%2f", "%00", "%", "%zz", "+", "file:///etc/passwd", "http://169.254.169.254/", "|", "`id`", "$(id)", "{}", "[]", "true", "op_", "op_0000000000000000",
        "9434765919", "943 476 5919", "http://snomed.info/sct|44054006", "http://snomed.info/sct|", "44054006|", "LS1 3AD; LS2 9JT", "ZZ99 9ZZ", "GIR 0AA", "2026-02-30", "2026-06-10T25:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01", "2026-06-10T10:00:00+99:00",
        new string('a', 199), new string('ﷺ', 66), new string('9', 150),
    ];

    public static readonly IReadOnlyList<string> All = [.. Sql, .. Script, .. Header, .. Odd];
}
