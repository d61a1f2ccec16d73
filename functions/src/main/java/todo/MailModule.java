package todo;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import todo.database.Database;
import todo.mail.LocalMailQueue;
import todo.mail.MailQueue;
import todo.mail.MailSender;
import todo.mail.MailTexts;
import todo.mail.NoMailQueue;
import todo.mail.SqlOutbox;
import todo.mail.SqsMailQueue;

/// Creates the objects that cause and send mail.
@Module
final class MailModule {
    private MailModule() {}

    @Provides
    static MailSettings settings(Settings settings) {
        return new MailSettings(settings);
    }

    @Provides
    @Singleton
    static MailQueue queue(MailSettings mail, Provider<MailSender> sender) {
        if (!mail.isOn()) {
            return new NoMailQueue();
        }
        return mail.queueUrl()
                .<MailQueue>map(SqsMailQueue::new)
                .orElseGet(() -> new LocalMailQueue(sender.get(), mail));
    }

    @Provides
    @Singleton
    static MailSender sender(Database database, MailSettings mail) {
        return new MailSender(new SqlOutbox(database), mail.destination(), mail.from(), new MailTexts(mail.appUrl()));
    }
}
