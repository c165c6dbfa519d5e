using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.Details;

/// <summary>How to reach whoever runs an activity. What a publisher wrote is shown as text; it becomes a link only where it has the form of one.</summary>
/// <param name="Phone">To read.</param>
/// <param name="PhoneLink">To tap; null: it is no number.</param>
/// <param name="MailLink">Null: it is no mail address.</param>
/// <param name="Website">Starts with http.</param>
public sealed record ContactWords(string? Name, string? Phone, string? PhoneLink, string? Mail, string? MailLink, string? Website)
{
    private const int LeastDigits = 7;
    private const int MostDigits = 15;
    private const int LongestMail = 254;

    internal static ContactWords Of(OrganizerAnswer? organizer)
    {
        var phone = PublisherText.Line(organizer?.Telephone, 60);
        var mail = PublisherText.Line(organizer?.Email, LongestMail);
        return new ContactWords(PublisherText.Line(organizer?.Name, PublisherText.LongestName), phone, PhoneLinkOf(phone), mail, MailLinkOf(mail), organizer?.Url);
    }

    public bool IsKnown => Phone is not null || Mail is not null || Website is not null;

    // RFC 3966 takes digits and a leading plus.
    private static string? PhoneLinkOf(string? phone)
    {
        if (phone is null)
            return null;
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length is >= LeastDigits and <= MostDigits ? $"tel:{(phone.StartsWith('+') ? "+" : "")}{digits}" : null;
    }

    private static string? MailLinkOf(string? mail) =>
        mail is not null && mail.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == mail.LastIndexOf('@') && at < mail.Length - 1
        && mail.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '@' or '.' or '-' or '_' or '+')
            ? $"mailto:{mail}"
            : null;
}
